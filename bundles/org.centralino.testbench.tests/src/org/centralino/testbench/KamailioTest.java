/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.testbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import org.centralino.testbench.Kamailio.Algorithm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class KamailioTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    private final Path folder;

    KamailioTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void aWrongPasswordIsRefused() {
        try (Kamailio exchange =
                        Kamailio.of("example.test").user("anna", "right").start(folder.resolve("exchange"));
                Baresip anna = Baresip.of("sip:anna@example.test")
                        .registeredAt(exchange.hop("udp"), "wrong")
                        .start(folder.resolve("anna"))) {
            assertThatThrownBy(() -> anna.awaitRegistered(SOON)).hasMessageContaining("401");
        }
    }

    @Test
    void aSha256ChallengeIsMetBySha256() throws Exception {
        try (Kamailio exchange = Kamailio.of("example.test")
                .user("anna", "secret")
                .algorithm(Algorithm.SHA_256)
                .start(folder.resolve("exchange"))) {
            assertThat(DigestProbe.register(exchange, "anna", "secret", "SHA-256"))
                    .startsWith("SIP/2.0 200");
            assertThat(DigestProbe.register(exchange, "anna", "wrong", "SHA-256"))
                    .startsWith("SIP/2.0 401");
            assertThat(DigestProbe.register(exchange, "anna", "secret", "MD5")).startsWith("SIP/2.0 401");
        }
    }
}
