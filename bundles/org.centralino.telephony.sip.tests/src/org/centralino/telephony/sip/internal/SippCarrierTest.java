/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.centralino.media.RtpSession;
import org.centralino.telephony.Account;
import org.centralino.telephony.Call;
import org.centralino.telephony.CallState;
import org.centralino.telephony.EndReason;
import org.centralino.telephony.EndReason.Kind;
import org.centralino.testbench.Sipp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What carriers and exchanges do beyond a plain call, with sipp: it fails unless every message comes as it says. */
class SippCarrierTest {

    private final Path folder;
    private final Station station = new Station();

    SippCarrierTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @AfterEach
    void close() {
        station.close();
    }

    private static Sipp.Setup scenario(String name) {
        return Sipp.of(Path.of("scenarios", name + ".xml"));
    }

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

    private void hangUp(Sipp sipp) throws InterruptedException {
        station.telephony.hangUp(station.telephony.calls().get(0).id());
        assertThat(station.watcher.awaitEnd().kind()).isEqualTo(Kind.HUNG_UP);
        sipp.awaitSuccess();
    }

    private void answer() throws InterruptedException {
        station.telephony.answer(
                station.watcher.awaitState(CallState.Incoming.class).id());
    }

    private void peerHangsUp(Sipp sipp) throws InterruptedException {
        assertThat(station.watcher.awaitEnd().kind()).isEqualTo(Kind.PEER_HUNG_UP);
        sipp.awaitSuccess();
    }

    /** The next session that sound was started with. */
    private RtpSession sound() throws InterruptedException {
        Watcher.until("a leg", () -> !station.media.legs.isEmpty());
        RtpSession session = station.media.legs.get(0).sessions.poll(10, TimeUnit.SECONDS);
        assertThat(session).as("sound").isNotNull();
        return java.util.Objects.requireNonNull(session);
    }

    @Test
    void anIntervalThatIsTooShortIsRaised() throws InterruptedException {
        try (Sipp sipp = called(scenario("uas-422"))) {
            station.watcher.awaitState(CallState.Active.class);
            hangUp(sipp);
        }
    }

    @Test
    void provisionalResponsesAreAcknowledgedInTheirOrder() throws InterruptedException {
        try (Sipp sipp = called(scenario("uas-100rel-prack-lost").withoutRetransmissions())) {
            assertThat(sound().codec()).isEqualTo(FakeMedia.PCMA);
            RtpSession updated = sound();
            assertThat(updated.codec()).isEqualTo(FakeMedia.PCMU);
            assertThat(updated.remote().getPort()).isEqualTo(6200);
            station.watcher.awaitState(CallState.Active.class);
            assertThat(station.media.legs.get(0).sessions).isEmpty();
            hangUp(sipp);
        }
    }

    @Test
    void theBranchThatAnswersFirstHasTheCall() throws InterruptedException {
        try (Sipp sipp = called(scenario("uas-forked"))) {
            assertThat(sound().remote().getPort()).isEqualTo(6100);
            assertThat(sound().remote().getPort()).isEqualTo(6200);
            station.watcher.awaitState(CallState.Active.class);
            sipp.awaitMessage("BYE sip:", Duration.ofSeconds(10));
            hangUp(sipp);
        }
        assertThat(station.media.legs.get(0).sessions).isEmpty();
    }

    @Test
    void redirectionsAreFollowedByPreference() throws InterruptedException {
        try (Sipp sipp = called(scenario("uas-302-several"))) {
            station.watcher.awaitState(CallState.Active.class);
            assertThat(sipp.messages()).doesNotContain("third@127.0.0.1:5999 SIP", "\nSubject");
            hangUp(sipp);
        }
    }

    @Test
    void whoIsOverloadedIsNotBusy() throws InterruptedException {
        try (Sipp sipp = called(scenario("uas-503"))) {
            assertThat(station.watcher.awaitEnd())
                    .isEqualTo(new EndReason(Kind.NETWORK, 503, "Service Unavailable, again in 30 s"));
            sipp.awaitSuccess();
        }
    }

    @Test
    void theFarSideChangesTheCodecInTheMiddleOfACall() throws InterruptedException {
        try (Sipp sipp = called(scenario("uas-codec-change"))) {
            assertThat(sound().codec()).isEqualTo(FakeMedia.PCMA);
            RtpSession changed = sound();
            assertThat(changed.codec()).isEqualTo(FakeMedia.PCMU);
            assertThat(changed.ptimeMs()).isEqualTo(30);
            station.watcher.await("PCMU", call -> "PCMU".equals(call.codec()));
            assertThat(sound().codec()).isEqualTo(FakeMedia.PCMA);
            station.watcher.await("PCMA", call -> "PCMA".equals(call.codec()));
            hangUp(sipp);
        }
    }

    @Test
    void theAnswerCountsWhateverWasHeardBefore() throws InterruptedException {
        try (Sipp sipp = called(scenario("uas-early-then-different"))) {
            assertThat(sound().remote().getPort()).isEqualTo(6100);
            station.watcher.await("early", call -> call.state().equals(new CallState.Ringing(true)));
            station.watcher.awaitState(CallState.Active.class);
            RtpSession answered = sound();
            assertThat(answered.remote().getPort()).isEqualTo(6200);
            assertThat(answered.codec()).isEqualTo(FakeMedia.PCMU);
            hangUp(sipp);
        }
    }

    @Test
    void theFarSideHoldsAndMovesByUpdate() throws InterruptedException {
        try (Sipp sipp = called(scenario("uas-update-hold"))) {
            station.watcher.await("held", call -> call.state().equals(new CallState.Active(false, true)));
            station.watcher.await("resumed", call -> call.state().equals(new CallState.Active(false, false)));
            Watcher.until(
                    "moved",
                    () -> sipp.messages().contains("3 UPDATE")
                            && sipp.messages().split("CSeq: 3 UPDATE", -1).length > 2);
            hangUp(sipp);
        }
    }

    @Test
    void weRefreshTheSessionByUpdate() throws InterruptedException {
        try (Sipp sipp = called(scenario("uas-refreshed-by-update"))) {
            Watcher.until("three UPDATEs", () -> sipp.messages().split("\nUPDATE ", -1).length > 3);
            hangUp(sipp);
        }
    }

    @Test
    void weRefreshTheSessionByInviteWhereThereIsNoUpdate() throws InterruptedException {
        try (Sipp sipp = called(scenario("uas-refreshed-by-invite"))) {
            Watcher.until("a second ACK", () -> sipp.messages().split("\nACK ", -1).length > 2);
            hangUp(sipp);
        }
        assertThat(station.media.legs.get(0).sessions).as("starts of sound").hasSize(1);
    }

    @Test
    void theFarSideRefreshesTheSession() throws InterruptedException {
        try (Sipp sipp = called(scenario("uas-refreshes"))) {
            sipp.awaitMessage("ACK sip:anna", Duration.ofSeconds(12));
            hangUp(sipp);
        }
    }

    @Test
    void aSessionThatIsNotRefreshedEnds() throws InterruptedException {
        try (Sipp sipp = called(scenario("uas-not-refreshed"))) {
            station.watcher.awaitState(CallState.Active.class);
            assertThat(station.watcher.awaitEnd().kind()).isEqualTo(Kind.NETWORK);
            sipp.awaitSuccess();
        }
    }

    @Test
    void ringingIsRepeatedUntilItIsAcknowledgedAndTheAnswerWaitsForThat() throws InterruptedException {
        try (Sipp sipp = caller(scenario("uac-100rel-prack-lost").withoutRetransmissions())) {
            answer();
            station.watcher.awaitState(CallState.Active.class);
            peerHangsUp(sipp);
            String messages = sipp.messages();
            assertThat(messages.indexOf("\nPRACK "))
                    .isLessThan(messages.indexOf("1 INVITE", messages.indexOf("\nPRACK ")));
        }
    }

    @Test
    void anOfferBeforeTheAnswerComesTooEarly() throws InterruptedException {
        try (Sipp sipp = caller(scenario("uac-update-early"))) {
            Call call = station.watcher.awaitState(CallState.Incoming.class);
            Watcher.until("two UPDATEs", () -> sipp.messages().split("CSeq: 3 UPDATE", -1).length > 2);
            station.telephony.answer(call.id());
            peerHangsUp(sipp);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"uac-422", "uac-late-offer"})
    void aCallComesInAndIsAnswered(String name) throws InterruptedException {
        try (Sipp sipp = caller(scenario(name))) {
            answer();
            peerHangsUp(sipp);
        }
    }

    @Test
    void aCallThatAnotherTelephoneAnsweredIsNotMissed() throws InterruptedException {
        try (Sipp sipp = caller(scenario("uac-elsewhere"))) {
            assertThat(station.watcher.awaitEnd().kind()).isEqualTo(Kind.ANSWERED_ELSEWHERE);
            sipp.awaitSuccess();
        }
    }
}
