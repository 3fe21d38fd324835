/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.interop.Exchange.anna;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.centralino.telephony.EndReason.Kind;
import org.centralino.testbench.Await;
import org.centralino.testbench.Baresip;
import org.centralino.testbench.Kamailio;
import org.centralino.testbench.Neighbour;
import org.centralino.testbench.Program;
import org.centralino.testbench.Wav;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The computer's network cable is pulled in the middle of a call and plugged in elsewhere: another address. Exchange and
 * far side are another computer. What is required, five seconds, is printed; a computer that is busy may take twice as long.
 */
@Timeout(120)
class AddressChangeTest {

    private static final Duration SOON = Duration.ofSeconds(15);
    private static final long UNPLUGGED_MS = 3_000;
    private static final long MOST_MS = 10_000;
    private static final double BRUNOS_HERTZ = 440;
    private static final double OUR_HERTZ = 700;
    private static final double AUDIBLE = -20;

    @ParameterizedTest
    @ValueSource(strings = {"udp", "tcp", "tls"})
    void aCallGoesOnAtAnotherAddress(String transport, @TempDir Path folder) {
        assumeTrue(Neighbour.isPossible(), "Another computer is made of network namespaces, which needs root");
        Exchange office = Exchange.in(folder);
        try (Neighbour computer = Neighbour.open();
                Kamailio exchange = office.setup().on(computer).start(folder.resolve("exchange"));
                Baresip bruno = office.bruno(exchange, "udp").on(computer).start(folder.resolve("bruno"));
                SoundCard soundCard = new SoundCard();
                Workstation anna = new Workstation()) {
            anna.awaitDevices();
            bruno.awaitRegistered(SOON);
            anna.signIn(anna(exchange, transport, List.of("pcma")));
            String call = anna.dial("bruno");
            anna.awaitActive(call);
            try (Program voice = soundCard.speak(OUR_HERTZ, -12)) {
                soundCard.awaitTone(BRUNOS_HERTZ, AUDIBLE);
                bruno.awaitTone(OUR_HERTZ, AUDIBLE, SOON);

                computer.unplug();
                long unplugged = System.nanoTime();
                Await.until(SOON, () -> "time stands still", () -> since(unplugged) > UNPLUGGED_MS);
                int before = exchange.log().length();
                String address = computer.plugIn();
                long plugged = System.nanoTime();
                Await.until(SOON, () -> "no registration from " + address + ":\n" + exchange.log(), () -> {
                    String since = exchange.log().substring(before);
                    return since.contains("request REGISTER sip:example.test from " + address)
                            && since.contains("registered anna over " + transport);
                });
                long registered = since(plugged);
                Await.until(
                        SOON,
                        () -> "no INVITE from " + address + ":\n" + exchange.log(),
                        () -> exchange.log()
                                .substring(before)
                                .matches("(?s).*request INVITE \\S+ from " + address + ".*"));
                double heardBefore = Objects.requireNonNull(bruno.heard()).seconds();
                soundCard.awaitTone(BRUNOS_HERTZ, AUDIBLE);
                long hear = since(plugged);
                bruno.awaitTone(OUR_HERTZ, AUDIBLE, SOON);
                Await.until(SOON, () -> "Bruno hears nothing any more", () -> {
                    Wav heard = Objects.requireNonNull(bruno.heard());
                    return Math.abs(heard.seconds() - heardBefore) > 1.5
                            && Level.of(heard.last(1), OUR_HERTZ) > AUDIBLE;
                });
                System.out.printf(
                        "%s: at another address: registered after %d ms, he was heard after %d ms, we after %d ms%n",
                        transport, registered, hear, since(plugged));
                assertThat(registered).isLessThan(MOST_MS);
                assertThat(voice.isAlive()).isTrue();
            }
            // Its commands went over the cable that was pulled: it is us who hang up.
            anna.hangUp(call);
            assertThat(anna.awaitEnded(call).kind()).isEqualTo(Kind.HUNG_UP);
            exchange.awaitLog("reply 200 to BYE from " + computer.address(), SOON);
        }
    }

    private static long since(long nanoTime) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - nanoTime);
    }
}
