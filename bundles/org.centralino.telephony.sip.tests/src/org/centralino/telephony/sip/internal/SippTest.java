/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.centralino.telephony.Account;
import org.centralino.telephony.Call;
import org.centralino.telephony.CallState;
import org.centralino.telephony.EndReason;
import org.centralino.telephony.EndReason.Kind;
import org.centralino.testbench.Sipp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls with sipp, which fails a scenario unless every message comes as it says. */
class SippTest {

    private final Path folder;
    private final Station station = new Station();

    SippTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @AfterEach
    void close() {
        station.close();
    }

    private static Sipp.Setup scenario(String name) {
        return Sipp.of(Path.of("scenarios", name + ".xml"));
    }

    /** Starts sipp as what is called, and calls it by way of an account whose proxy it is. */
    private Sipp called(Sipp.Setup setup) throws InterruptedException {
        Sipp sipp = setup.start(folder);
        station.signInBehind(sipp.port());
        station.telephony.dial("200");
        return sipp;
    }

    private Sipp caller(Sipp.Setup setup) throws InterruptedException {
        station.signIn(Account.Dtmf.RFC4733);
        String contact = station.exchange.lastRegister().contact();
        int port = Integer.parseInt(contact.replaceAll(".*:(\\d+).*", "$1"));
        return setup.calling("anna", port).start(folder);
    }

    private void hangUp() {
        station.telephony.hangUp(station.telephony.calls().get(0).id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"uas-180-200", "uas-183-early-media", "uas-401", "uas-407"})
    void aCallIsAnsweredAndWeHangUp(String name) throws InterruptedException {
        try (Sipp sipp = called(scenario(name))) {
            station.watcher.awaitState(CallState.Active.class);
            hangUp();
            assertThat(station.watcher.awaitEnd().kind()).isEqualTo(Kind.HUNG_UP);
            sipp.awaitSuccess();
        }
        boolean early =
                station.watcher.seen.stream().anyMatch(call -> call.state().equals(new CallState.Ringing(true)));
        assertThat(early).isEqualTo(name.equals("uas-183-early-media"));
    }

    @Test
    void aRedirectionIsFollowedByWayOfTheProxy() throws InterruptedException {
        int port;
        try (Sipp sipp = called(scenario("uas-302").key("target_port", "5999"))) {
            port = sipp.port();
            sipp.awaitSuccess();
        }
        try (Sipp sipp = scenario("uas-180-200").at(port).start(folder.resolve("redirected"))) {
            station.watcher.awaitState(CallState.Active.class);
            assertThat(sipp.messages()).contains("INVITE sip:other@127.0.0.1:5999 SIP/2.0");
            hangUp();
            sipp.awaitSuccess();
        }
    }

    @ParameterizedTest
    @CsvSource({"404, NOT_FOUND", "486, BUSY", "603, REJECTED"})
    void aCallIsRefused(int status, Kind kind) throws InterruptedException {
        try (Sipp sipp = called(scenario("uas-" + status))) {
            EndReason reason = station.watcher.awaitEnd();
            assertThat(reason.kind()).isEqualTo(kind);
            assertThat(reason.sipStatus()).isEqualTo(status);
            sipp.awaitSuccess();
        }
    }

    @Test
    void aLostAckIsSentAgainWhenTheAnswerIs() throws InterruptedException {
        try (Sipp sipp = called(scenario("uas-lost-ack").withoutRetransmissions())) {
            station.watcher.awaitState(CallState.Active.class);
            sipp.awaitMessage("ACK ", Duration.ofSeconds(5));
            Watcher.until("a second ACK", () -> sipp.messages().split("\nACK ", -1).length > 2);
            hangUp();
            sipp.awaitSuccess();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"uas-never-answers", "uas-cancel-races-200"})
    void aCallIsGivenUp(String name) throws InterruptedException {
        try (Sipp sipp = called(scenario(name))) {
            station.watcher.awaitState(CallState.Ringing.class);
            hangUp();
            assertThat(station.watcher.awaitEnd().kind()).isEqualTo(Kind.CANCELLED);
            sipp.awaitSuccess();
        }
        assertThat(station.watcher.seen).noneMatch(Call::isActive);
    }

    @Test
    void theFarSideHangsUp() throws InterruptedException {
        try (Sipp sipp = called(scenario("uas-bye-from-far-side"))) {
            station.watcher.awaitState(CallState.Active.class);
            assertThat(station.watcher.awaitEnd().kind()).isEqualTo(Kind.PEER_HUNG_UP);
            sipp.awaitSuccess();
        }
    }

    @Test
    @Tag("long")
    void aFarSideThatSaysNothingIsGivenUpAfterHalfAMinute() throws InterruptedException {
        try (Sipp sipp = called(scenario("uas-silent").withoutRetransmissions())) {
            assertThat(station.watcher.awaitEnd(40).kind()).isEqualTo(Kind.NETWORK);
            assertThat(sipp.messages()).contains("INVITE sip:200@example.test");
        }
    }

    @Test
    void aCallComesInAndIsAnswered() throws InterruptedException {
        try (Sipp sipp = caller(scenario("uac-call"))) {
            answer();
            assertThat(station.watcher.awaitEnd().kind()).isEqualTo(Kind.PEER_HUNG_UP);
            sipp.awaitSuccess();
        }
    }

    @Test
    void aCallComesInIsAnsweredAndWeHangUp() throws InterruptedException {
        try (Sipp sipp = caller(scenario("uac-hung-up-on"))) {
            answer();
            station.watcher.awaitState(CallState.Active.class);
            hangUp();
            assertThat(station.watcher.awaitEnd().kind()).isEqualTo(Kind.HUNG_UP);
            sipp.awaitSuccess();
        }
    }

    @Test
    void anAnswerWhoseAckGotLostIsRepeated() throws InterruptedException {
        try (Sipp sipp = caller(scenario("uac-lost-ack").withoutRetransmissions())) {
            answer();
            assertThat(station.watcher.awaitEnd().kind()).isEqualTo(Kind.PEER_HUNG_UP);
            sipp.awaitSuccess();
        }
    }

    @Test
    void aCallComesInAndIsDeclined() throws InterruptedException {
        try (Sipp sipp = caller(scenario("uac-declined-603"))) {
            station.telephony.decline(
                    station.watcher.awaitState(CallState.Incoming.class).id());
            assertThat(station.watcher.awaitEnd().kind()).isEqualTo(Kind.DECLINED);
            sipp.awaitSuccess();
        }
    }

    @Test
    void aCallerGivesUp() throws InterruptedException {
        try (Sipp sipp = caller(scenario("uac-cancel"))) {
            assertThat(station.watcher.awaitEnd().kind()).isEqualTo(Kind.MISSED);
            sipp.awaitSuccess();
        }
    }

    private void answer() throws InterruptedException {
        station.telephony.answer(
                station.watcher.awaitState(CallState.Incoming.class).id());
    }
}
