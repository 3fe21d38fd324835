/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.centralino.practice.sip.DigestAlgorithm;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RegistrationTest {
    private final PracticeExchange exchange = FreePorts.exchange();

    RegistrationTest() throws IOException {}

    @AfterEach
    void close() {
        exchange.close();
    }

    @ParameterizedTest
    @EnumSource(DigestAlgorithm.class)
    void theRightPasswordRegistersWithEitherHash(DigestAlgorithm algorithm) throws Exception {
        try (SipPhone anna = SipPhone.udp("anna", exchange).with(algorithm)) {
            assertThat(anna.register()).isEqualTo(200);
        }
    }

    @Test
    void registersOverTcp() throws Exception {
        try (SipPhone anna = SipPhone.tcp("anna", exchange)) {
            assertThat(anna.register()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @EnumSource(DigestAlgorithm.class)
    void aWrongPasswordIsRefused(DigestAlgorithm algorithm) throws Exception {
        try (SipPhone anna = SipPhone.udp("anna", exchange).with(algorithm).withPassword("guess")) {
            assertThat(anna.register()).isEqualTo(401);
        }
    }
}
