/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.testbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The bench proves itself: two of its phones call each other through its exchange and hear each other's tone. */
@Timeout(120)
class BenchCallTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    private final Path folder;

    BenchCallTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest
    @CsvSource({"udp, opus", "tcp, g722", "tls, pcma", "udp, pcmu"})
    void aCallThroughTheExchangeIsHeardOnBothSides(String transport, String codec) {
        Certificates certificates = new Certificates(folder);
        try (Kamailio exchange = Kamailio.of("example.test")
                        .user("anna", "first-secret")
                        .user("bruno", "second-secret")
                        .certificate(certificates.issue("example.test"))
                        .start(folder.resolve("exchange"));
                Baresip anna = phone(exchange, "anna", "first-secret", transport, certificates)
                        .tone(440)
                        .codecs(codec)
                        .start(folder.resolve("anna"));
                Baresip bruno = phone(exchange, "bruno", "second-secret", transport, certificates)
                        .tone(620)
                        .start(folder.resolve("bruno"))) {
            anna.awaitRegistered(SOON);
            bruno.awaitRegistered(SOON);
            anna.dial("sip:bruno@example.test");
            anna.awaitEvent("CALL_ESTABLISHED", SOON);
            bruno.awaitTone(440, -20, SOON);
            anna.awaitTone(620, -20, SOON);
            anna.hangUp();
            bruno.awaitEvent("CALL_CLOSED", SOON);
            assertThat(exchange.log()).contains("request INVITE").contains("over " + transport);
        }
    }

    private static BaresipSetup phone(
            Kamailio exchange, String user, String password, String transport, Certificates certificates) {
        return Baresip.of("sip:" + user + "@example.test")
                .registeredAt(exchange.hop(transport), password)
                .trusting(certificates.authority());
    }
}
