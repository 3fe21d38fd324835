/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.sip.guard;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;

/** Which SIP domains a certificate speaks for (RFC 5922, 7.1). */
final class SipDomainCheck {

    private static final int DNS = 2;
    private static final int URI = 6;
    private static final int ADDRESS = 7;

    private SipDomainCheck() {}

    /** Whether {@code certificate} is one of {@code domain}; compared without wildcards (RFC 5922, 7.2). */
    static boolean matches(X509Certificate certificate, String domain) {
        return identities(certificate).contains(domain.toLowerCase(Locale.ROOT));
    }

    /** The domains in lower case: SIP URIs, else DNS names and addresses, else the common name. */
    static List<String> identities(X509Certificate certificate) {
        List<String> uris = new ArrayList<>();
        List<String> names = new ArrayList<>();
        try {
            Collection<List<?>> alternatives = certificate.getSubjectAlternativeNames();
            for (List<?> alternative : alternatives == null ? List.<List<?>>of() : alternatives) {
                String value = String.valueOf(alternative.get(1)).toLowerCase(Locale.ROOT);
                switch ((Integer) alternative.get(0)) {
                    case URI -> {
                        if (value.startsWith("sip:") && value.indexOf('@') < 0) {
                            uris.add(value.substring(4));
                        }
                    }
                    case DNS, ADDRESS -> names.add(value);
                    default -> {
                        // No name of a SIP domain.
                    }
                }
            }
        } catch (CertificateParsingException e) {
            return List.of();
        }
        if (!uris.isEmpty()) {
            return uris;
        }
        return names.isEmpty() ? commonName(certificate) : names;
    }

    private static List<String> commonName(X509Certificate certificate) {
        try {
            for (Rdn part : new LdapName(certificate.getSubjectX500Principal().getName()).getRdns()) {
                if (part.getType().equalsIgnoreCase("CN")) {
                    return List.of(String.valueOf(part.getValue()).toLowerCase(Locale.ROOT));
                }
            }
        } catch (InvalidNameException e) {
            return List.of();
        }
        return List.of();
    }
}
