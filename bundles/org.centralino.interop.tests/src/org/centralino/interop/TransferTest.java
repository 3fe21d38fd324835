/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.interop.Exchange.anna;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.centralino.telephony.Call;
import org.centralino.telephony.EndReason.Kind;
import org.centralino.telephony.Transfer;
import org.centralino.testbench.Baresip;
import org.centralino.testbench.Kamailio;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Transfers among three real agents: Bruno and Carla are telephones that others wrote, and speak different tones. */
@Timeout(90)
class TransferTest {

    private static final Duration SOON = Duration.ofSeconds(15);
    private static final int BRUNOS_TONE = 440;
    private static final int CARLAS_TONE = 620;
    private static final double LOUD = -12;

    private final Exchange office;
    private final Kamailio exchange;
    private final Baresip bruno;
    private final Path folder;

    TransferTest(@TempDir Path folder) {
        this.folder = folder;
        office = Exchange.in(folder);
        exchange = office.setup().start(folder.resolve("exchange"));
        bruno = office.bruno(exchange, "udp").tone(BRUNOS_TONE).start(folder.resolve("bruno"));
        bruno.awaitRegistered(SOON);
    }

    @AfterEach
    void stop() {
        bruno.close();
        exchange.close();
    }

    private Baresip carla(boolean answersAtOnce) {
        var setup = office.carla(exchange, "udp").tone(CARLAS_TONE);
        Baresip carla = (answersAtOnce ? setup : setup.answeringByHand()).start(folder.resolve("carla"));
        carla.awaitRegistered(SOON);
        return carla;
    }

    private static String talkTo(Workstation anna, String whom) {
        String call = anna.dial(whom);
        anna.awaitActive(call);
        return call;
    }

    private void theyTalk(Baresip carla) {
        bruno.awaitTone(CARLAS_TONE, LOUD, SOON);
        carla.awaitTone(BRUNOS_TONE, LOUD, SOON);
    }

    @Test
    void aBlindTransferEndsWithTheOtherTwoTalking() {
        try (Baresip carla = carla(true);
                Workstation anna = new Workstation()) {
            anna.signIn(anna(exchange, "udp", List.of()));
            String call = talkTo(anna, "bruno");
            anna.transfer(call, "carla");

            assertThat(anna.awaitEnded(call).kind()).isEqualTo(Kind.TRANSFERRED);
            theyTalk(carla);
            assertThat(anna.calls()).isEmpty();
        }
    }

    @Test
    void anAttendedTransferEndsWithTheOtherTwoTalkingAndOurLegsGone() {
        try (Baresip carla = carla(true);
                Workstation anna = new Workstation()) {
            anna.signIn(anna(exchange, "udp", List.of()));
            String first = talkTo(anna, "bruno");
            String second = talkTo(anna, "carla");
            assertThat(anna.awaitNow(first, "Bruno is held while Carla is asked", Call::isHeldByUs)
                            .held())
                    .isNotNull();
            anna.transferTo(first, second);

            assertThat(anna.awaitEnded(first).kind()).isEqualTo(Kind.TRANSFERRED);
            assertThat(anna.awaitEnded(second).kind()).isIn(Kind.TRANSFERRED, Kind.PEER_HUNG_UP);
            theyTalk(carla);
            assertThat(anna.calls()).isEmpty();
        }
    }

    @Test
    void aTransferThatIsDeclinedSaysSoAndTheCallerIsTakenBack() {
        try (Baresip carla = carla(false);
                Workstation anna = new Workstation()) {
            anna.signIn(anna(exchange, "udp", List.of()));
            String call = talkTo(anna, "bruno");
            anna.transfer(call, "carla");
            carla.awaitEvent("CALL_INCOMING", SOON);
            carla.hangUp();

            Call failed = anna.awaitNow(call, "the transfer has failed", now -> {
                Transfer transfer = now.transfer();
                return transfer != null && transfer.status() == Transfer.Status.FAILED;
            });
            assertThat(Objects.requireNonNull(
                                    Objects.requireNonNull(failed.transfer()).failure())
                            .sipStatus())
                    .isGreaterThanOrEqualTo(480);
            assertThat(failed.isHeldByUs()).isTrue();
            anna.resume(call);
            anna.awaitNow(call, "Bruno is back", now -> now.isActive() && !now.isHeldByUs() && now.transfer() == null);
            anna.hangUp(call);
            anna.awaitEnded(call);
        }
    }
}
