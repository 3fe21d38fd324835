/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.interop.Exchange.PASSWORD;
import static org.centralino.interop.Exchange.anna;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.centralino.telephony.Account.Dtmf;
import org.centralino.testbench.Baresip;
import org.centralino.testbench.Kamailio;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The keypad, as a telephone that others wrote takes it. */
@Timeout(60)
class DtmfTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    @ParameterizedTest
    @CsvSource({"RFC4733, opus", "RFC4733, g722", "RFC4733, pcma", "INFO, pcmu"})
    void everyKeyArrivesOnceAndInOrder(Dtmf way, String codec, @TempDir Path folder) {
        Exchange office = Exchange.in(folder);
        try (Kamailio exchange = office.setup().start(folder.resolve("exchange"));
                Baresip bruno = office.bruno(exchange, "udp").start(folder.resolve("bruno"));
                Workstation anna = new Workstation()) {
            assumeTrue(way != Dtmf.RFC4733 || bruno.knowsEvents(), "this release of baresip loses parts of events");
            bruno.awaitRegistered(SOON);
            anna.signIn(anna(exchange, "udp", PASSWORD, List.of(codec), way));
            String call = anna.dial("bruno");
            anna.awaitActive(call);
            bruno.awaitEvent("CALL_ESTABLISHED", SOON);

            for (char key : "1599*#0D".toCharArray()) {
                anna.press(call, key);
                assertThat(bruno.awaitEvent("CALL_DTMF_START", SOON)
                                .path("param")
                                .asText())
                        .isEqualTo(String.valueOf(key));
                bruno.awaitEvent("CALL_DTMF_END", SOON);
            }
            anna.hangUp(call);
            bruno.awaitEvent("CALL_CLOSED", SOON);
            assertThat(bruno.events().stream()
                            .filter(event -> event.path("type").asText().equals("CALL_DTMF_START")))
                    .hasSize(8);
        }
    }
}
