/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.centralino.telephony.Account.Dtmf;
import org.centralino.telephony.Account.Srtp;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.Test;

class AccountTest {

    @Test
    void an_exchange_is_known_by_its_domain_its_registrar_and_its_proxy() {
        assertThat(hosts("sip:anna@Office.test", "sip:pbx.office.test:5080;transport=tcp", "sips:edge.office.test"))
                .containsExactly("office.test", "pbx.office.test", "edge.office.test");
        assertThat(hosts("sip:anna@office.test", "sip:office.test", null)).containsExactly("office.test");
        assertThat(hosts("sip:anna@office.test", "sip:[2001:db8::7]:5060", null))
                .containsExactly("office.test", "[2001:db8::7]");
    }

    private static Iterable<String> hosts(String address, String registrar, @Nullable String proxy) {
        return new Account(address, registrar, null, null, null, proxy, Srtp.OFF, Dtmf.RFC4733, List.of(), "IT")
                .hosts();
    }
}
