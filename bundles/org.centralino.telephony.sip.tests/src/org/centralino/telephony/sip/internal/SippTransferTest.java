/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.centralino.telephony.Account;
import org.centralino.telephony.Call;
import org.centralino.telephony.CallState;
import org.centralino.telephony.EndReason;
import org.centralino.telephony.EndReason.Kind;
import org.centralino.telephony.Transfer;
import org.centralino.telephony.Transfer.Status;
import org.centralino.testbench.Sipp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Transfers with sipp, which fails a scenario unless every message comes as it says. */
class SippTransferTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    private final Path folder;
    private final Station station = new Station();
    private String id = "";

    SippTransferTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @AfterEach
    void close() {
        station.close();
    }

    private static Sipp.Setup scenario(String name) {
        return Sipp.of(Path.of("scenarios", name + ".xml"));
    }

    /** Calls sipp, and sends it to 300. */
    private Sipp transferred(Sipp.Setup setup) throws InterruptedException {
        Sipp sipp = setup.start(folder);
        station.signInBehind(sipp.port());
        station.telephony.dial("200");
        id = station.watcher.awaitState(CallState.Active.class).id();
        station.telephony.transfer(id, "300");
        return sipp;
    }

    private Transfer awaitTransfer(Status status) throws InterruptedException {
        Call call = station.watcher.await(status.toString(), each -> {
            Transfer transfer = each.transfer();
            return transfer != null && transfer.status() == status;
        });
        return Objects.requireNonNull(call.transfer());
    }

    private void callIsStillHeld() {
        assertThat(station.telephony.calls()).singleElement().matches(Call::isHeldByUs);
    }

    private void hangUp(Sipp sipp) throws InterruptedException {
        station.telephony.hangUp(id);
        assertThat(station.watcher.awaitEnd().kind()).isEqualTo(Kind.HUNG_UP);
        sipp.awaitSuccess();
    }

    @ParameterizedTest
    @CsvSource({"603, REJECTED", "405, FAILED", "403, NOT_ALLOWED"})
    void aRefusedReferLeavesTheCallerHeld(int status, Kind kind) throws InterruptedException, IOException {
        Path refused = folder.resolve("uas-refer-refused.xml");
        // sipp wants to know a status when it reads the scenario.
        String scenario = Files.readString(Path.of("scenarios", "uas-refer-refused.xml"));
        Files.writeString(refused, scenario.replace("[status]", Integer.toString(status)));
        try (Sipp sipp = transferred(Sipp.of(refused))) {
            EndReason reason =
                    Objects.requireNonNull(awaitTransfer(Status.FAILED).failure());
            assertThat(reason.kind()).isEqualTo(kind);
            assertThat(reason.sipStatus()).isEqualTo(status);
            callIsStillHeld();
            hangUp(sipp);
        }
    }

    @Test
    void anAnsweredTransferEndsOurLeg() throws InterruptedException {
        try (Sipp sipp = transferred(scenario("uas-refer").key("line", "200 OK"))) {
            awaitTransfer(Status.TRYING);
            awaitTransfer(Status.RINGING);
            awaitTransfer(Status.ANSWERED);
            assertThat(station.telephony.calls()).isEmpty();
            sipp.awaitSuccess();
        }
        assertThat(station.watcher.seen.getLast().state())
                .isEqualTo(new CallState.Ended(new EndReason(Kind.TRANSFERRED, 0, "")));
    }

    @ParameterizedTest
    @CsvSource({
        "486 Busy Here, BUSY",
        "408 Request Timeout, NO_ANSWER",
        "480 Temporarily Unavailable, NO_ANSWER",
        "180 Ringing, NO_ANSWER"
    })
    void aTargetThatDoesNotAnswerLeavesTheCallerHeld(String line, Kind kind) throws InterruptedException {
        try (Sipp sipp = transferred(scenario("uas-refer").key("line", line))) {
            EndReason reason =
                    Objects.requireNonNull(awaitTransfer(Status.FAILED).failure());
            assertThat(reason.kind()).isEqualTo(kind);
            callIsStillHeld();
            hangUp(sipp);
        }
    }

    @Test
    void aTransferOfWhichNothingIsToldLeavesTheCallerHeld() throws InterruptedException {
        try (Sipp sipp = transferred(scenario("uas-refer-silent"))) {
            EndReason reason =
                    Objects.requireNonNull(awaitTransfer(Status.FAILED).failure());
            assertThat(reason.kind()).isEqualTo(Kind.NETWORK);
            callIsStillHeld();
            hangUp(sipp);
        }
    }

    /** Signs in and is called by sipp. */
    private Sipp caller(Sipp.Setup setup) throws InterruptedException {
        String contact = station.exchange.lastRegister().contact();
        int port = Integer.parseInt(contact.replaceAll(".*:(\\d+).*", "$1"));
        return setup.calling("anna", port).start(folder);
    }

    @ParameterizedTest
    @CsvSource({"200", "486", "408"})
    void weGoWhereWeAreSentAndTellOfIt(int status) throws InterruptedException {
        station.signIn(Account.Dtmf.RFC4733);
        try (Sipp sipp = caller(scenario("uac-refer"))) {
            id = station.watcher.awaitState(CallState.Incoming.class).id();
            station.telephony.answer(id);
            SipText invite = station.exchange.await("INVITE sip:602@example.test");
            assertThat(invite.header("Referred-By")).isEqualTo("<sip:far@example.test>");
            sipp.awaitMessage("a=recvonly", SOON);
            Watcher.until("hold confirmed", () -> sipp.messages().split("\nACK ", -1).length > 2);
            station.exchange.reply(invite, 180, "Ringing", station.farContact());
            // The first one was ours to sipp's own INVITE.
            Watcher.until("told of ringing", () -> sipp.messages().split("SIP/2.0 180", -1).length > 2);
            if (status == 200) {
                station.answer(invite);
            } else {
                station.exchange.reply(invite, status, "No", "");
            }
            sipp.awaitMessage("SIP/2.0 " + status, SOON);
            sipp.awaitMessage("terminated;reason=noresource", SOON);
            hangUpFirst(sipp);
        }
    }

    private void hangUpFirst(Sipp sipp) throws InterruptedException {
        station.telephony.hangUp(id);
        Call ended = station.watcher.await("over", call -> call.id().equals(id) && call.isEnded());
        assertThat(ended.outgoing()).isFalse();
        sipp.awaitSuccess();
    }

    @Test
    void aCallIsReplacedWithoutRinging() throws InterruptedException {
        station.signIn(Account.Dtmf.RFC4733);
        Station.Up up = station.connected("200");
        String ours = up.invite().header("From").replaceAll(".*;tag=", "");
        String place = up.invite().header("Call-ID") + ";to-tag=" + ours + ";from-tag=far";
        try (Sipp sipp = caller(scenario("uac-replaces").key("replaces", place))) {
            station.exchange.reply(station.exchange.await("BYE"), 200, "OK", "");
            assertThat(station.watcher.awaitEnd().kind()).isEqualTo(Kind.TRANSFERRED);
            sipp.awaitMessage("\nACK ", SOON);
            id = station.telephony.calls().get(0).id();
            hangUp(sipp);
        }
    }

    @Test
    void aCallThatIsNotThereIsNotReplaced() throws InterruptedException {
        station.signIn(Account.Dtmf.RFC4733);
        Station.Up up = station.connected("200");
        try (Sipp sipp = caller(scenario("uac-replaces-481").key("replaces", "a@b;to-tag=c;from-tag=d"))) {
            sipp.awaitSuccess();
        }
        assertThat(station.telephony.calls())
                .extracting(Call::id)
                .containsExactly(up.call().id());
    }
}
