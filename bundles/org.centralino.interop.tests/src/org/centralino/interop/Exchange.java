/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.interop;

import java.nio.file.Path;
import java.util.List;
import org.centralino.telephony.Account;
import org.centralino.telephony.Account.Dtmf;
import org.centralino.telephony.Account.Srtp;
import org.centralino.testbench.Baresip;
import org.centralino.testbench.BaresipSetup;
import org.centralino.testbench.Certificates;
import org.centralino.testbench.Kamailio;

/** The office: an exchange with digest, for Anna (our side), Bruno and Carla (the far sides), and the authority that vouches for it. */
record Exchange(Certificates certificates, Kamailio.Setup setup) {

    static final String ANNA = "sip:anna@example.test";
    static final String BRUNO = "sip:bruno@example.test";
    static final String CARLA = "sip:carla@example.test";
    static final String PASSWORD = "anna-secret";
    private static final String BRUNOS_PASSWORD = "bruno-secret";
    private static final String CARLAS_PASSWORD = "carla-secret";

    /** From now on our side trusts a new authority. */
    static Exchange in(Path folder) {
        Certificates certificates = new Certificates(folder);
        System.setProperty("centralino.tls.ca", certificates.authority().toString());
        return new Exchange(
                certificates,
                Kamailio.of("example.test")
                        .user("anna", PASSWORD)
                        .user("bruno", BRUNOS_PASSWORD)
                        .user("carla", CARLAS_PASSWORD)
                        .certificate(certificates.issue("example.test")));
    }

    static Account anna(Kamailio exchange, String transport, List<String> codecs) {
        return anna(exchange, transport, PASSWORD, codecs, Dtmf.RFC4733);
    }

    static Account anna(Kamailio exchange, String transport, String password, List<String> codecs, Dtmf dtmf) {
        return new Account(ANNA, exchange.hop(transport), password, null, "Anna", null, Srtp.OFF, dtmf, codecs, "IT");
    }

    static Account anna(Kamailio exchange, String transport, Srtp srtp) {
        return new Account(
                ANNA, exchange.hop(transport), PASSWORD, null, "Anna", null, srtp, Dtmf.RFC4733, List.of("pcmu"), "IT");
    }

    BaresipSetup carla(Kamailio exchange, String transport) {
        return Baresip.of(CARLA)
                .registeredAt(exchange.hop(transport), CARLAS_PASSWORD)
                .trusting(certificates.authority());
    }

    BaresipSetup bruno(Kamailio exchange, String transport) {
        return Baresip.of(BRUNO)
                .registeredAt(exchange.hop(transport), BRUNOS_PASSWORD)
                .trusting(certificates.authority());
    }
}
