/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.centralino.telephony.Call;
import org.centralino.telephony.CallState;
import org.centralino.telephony.EndReason.Kind;
import org.centralino.testbench.Sipp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hold with sipp, which fails a scenario unless every message comes as it says. */
class SippHoldTest {

    private final Path folder;
    private final Station station = new Station();
    private String id = "";

    SippHoldTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @AfterEach
    void close() {
        station.close();
    }

    /** Calls sipp and waits for the answer. */
    private Sipp talking(Sipp.Setup setup) throws InterruptedException {
        Sipp sipp = setup.start(folder);
        station.signInBehind(sipp.port());
        station.telephony.dial("200");
        id = station.watcher.awaitState(CallState.Active.class).id();
        return sipp;
    }

    private static Sipp.Setup scenario(String name) {
        return Sipp.of(Path.of("scenarios", name + ".xml"));
    }

    private Call awaitState(boolean heldByUs, boolean heldByPeer) throws InterruptedException {
        CallState wanted = new CallState.Active(heldByUs, heldByPeer);
        return station.watcher.await(wanted.toString(), call -> call.state().equals(wanted));
    }

    /** Waits until sipp has said or heard an ACK after something else; messages may be repeated before. */
    private static void awaitAck(Sipp sipp, String after) {
        Watcher.until("ACK after " + after, () -> {
            String messages = sipp.messages();
            int at = messages.indexOf(after);
            return at >= 0 && messages.indexOf("\nACK ", at) >= 0;
        });
    }

    private void hangUp(Sipp sipp) throws InterruptedException {
        station.telephony.hangUp(id);
        assertThat(station.watcher.awaitEnd().kind()).isEqualTo(Kind.HUNG_UP);
        sipp.awaitSuccess();
    }

    @Test
    void holdAndResumeSurviveGlare() throws InterruptedException {
        try (Sipp sipp = talking(scenario("uas-hold-491"))) {
            station.telephony.hold(id);
            awaitState(true, false);
            awaitAck(sipp, "a=recvonly");
            station.telephony.resume(id);
            awaitState(false, false);
            awaitAck(sipp, "o=far 1 3");
            hangUp(sipp);
        }
    }

    @Test
    void twoOffersThatCrossAreBothRefusedAndOursComesAgain() throws InterruptedException {
        try (Sipp sipp = talking(scenario("uas-hold-crossed"))) {
            station.telephony.hold(id);
            awaitState(true, false);
            awaitAck(sipp, "a=recvonly");
            hangUp(sipp);
        }
        assertThat(station.watcher.seen).noneMatch(call -> call.state().equals(new CallState.Active(true, true)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"488", "500", "603"})
    void aRefusedHoldIsAHoldHere(String status) throws InterruptedException {
        try (Sipp sipp = talking(scenario("uas-hold-" + status))) {
            station.telephony.hold(id);
            awaitState(true, false);
            awaitAck(sipp, "SIP/2.0 " + status);
            station.telephony.resume(id);
            awaitState(false, false);
            hangUp(sipp);
        }
    }

    @Test
    void aByeThatRacesTheHoldEndsTheCall() throws InterruptedException {
        try (Sipp sipp = talking(scenario("uas-hold-bye-races"))) {
            station.telephony.hold(id);
            assertThat(station.watcher.awaitEnd().kind()).isEqualTo(Kind.PEER_HUNG_UP);
            sipp.awaitSuccess();
        }
    }

    @Test
    void hangingUpDoesNotWaitForTheHold() throws InterruptedException {
        try (Sipp sipp = talking(scenario("uas-hold-hung-up"))) {
            station.telephony.hold(id);
            sipp.awaitMessage("a=sendonly", Duration.ofSeconds(10));
            hangUp(sipp);
        }
    }

    @Test
    void bothSidesHoldAndResume() throws InterruptedException {
        try (Sipp sipp = talking(scenario("uas-held-by-both"))) {
            station.telephony.hold(id);
            awaitState(true, true);
            station.telephony.resume(id);
            awaitState(false, true);
            awaitState(false, false);
            awaitAck(sipp, "o=far 1 5");
            hangUp(sipp);
        }
    }
}
