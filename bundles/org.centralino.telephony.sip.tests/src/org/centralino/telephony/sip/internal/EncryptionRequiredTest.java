/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.centralino.telephony.Account;
import org.centralino.telephony.EndReason.Kind;
import org.centralino.telephony.Registration.Registered;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class EncryptionRequiredTest {

    private final Station station = new Station();

    @BeforeEach
    void signIn() throws InterruptedException {
        Account plain = station.account("anna", Account.Dtmf.RFC4733);
        station.telephony.use(List.of(new Account(
                plain.address(),
                plain.registrar(),
                plain.password(),
                null,
                null,
                null,
                Account.Srtp.REQUIRED,
                plain.dtmf(),
                plain.codecs(),
                plain.country())));
        station.watcher.awaitRegistration(Registered.class);
    }

    @AfterEach
    void close() {
        station.close();
    }

    @Test
    void aCallIsNotMadeInClear() throws InterruptedException {
        station.telephony.dial("200");
        assertThat(station.watcher.awaitEnd().kind()).isEqualTo(Kind.NOT_ACCEPTABLE);
        assertThat(station.media.edges()).isEmpty();
    }

    @Test
    void aCallInClearIsRefusedWithoutRinging() throws InterruptedException {
        station.invite("in1");
        station.exchange.await("SIP/2.0 488");
        assertThat(station.telephony.calls()).isEmpty();
    }
}
