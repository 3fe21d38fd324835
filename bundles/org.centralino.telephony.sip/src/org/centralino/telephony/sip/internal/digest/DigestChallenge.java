/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.digest;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.centralino.telephony.sip.internal.Lookup;
import org.eclipse.jdt.annotation.Nullable;

/**
 * One challenge (RFC 7616, 3.3).
 *
 * @param proxy whether a proxy asks (407), so the answer is a Proxy-Authorization
 * @param realm the protection space
 * @param nonce the server's nonce
 * @param opaque to be given back; null when there was none
 * @param algorithm the hash
 * @param algorithmName the algorithm as the server spelled it; null when it named none
 * @param session whether it is a {@code -sess} variant
 * @param qop whether {@code auth} is among the qualities of protection
 * @param stale whether only the nonce was out of date, not the password wrong
 */
public record DigestChallenge(
        boolean proxy,
        String realm,
        String nonce,
        @Nullable String opaque,
        DigestAlgorithm algorithm,
        @Nullable String algorithmName,
        boolean session,
        boolean qop,
        boolean stale) {

    /**
     * Reads a WWW-Authenticate or Proxy-Authenticate value.
     *
     * @return null when it is not Digest, names an unknown algorithm or asks for integrity protection only
     */
    public static @Nullable DigestChallenge parse(boolean proxy, String header) {
        String text = header.strip();
        if (text.length() < 7 || !text.substring(0, 7).toLowerCase(Locale.ROOT).equals("digest ")) {
            return null;
        }
        Map<String, String> values = parameters(text.substring(7));
        String realm = Lookup.in(values, "realm");
        String nonce = Lookup.in(values, "nonce");
        String name = Lookup.in(values, "algorithm");
        DigestAlgorithm algorithm = DigestAlgorithm.of(name);
        if (realm == null || nonce == null || algorithm == null) {
            return null;
        }
        String qops = Lookup.in(values, "qop");
        boolean qop = qops != null
                && Arrays.stream(qops.split(",")).anyMatch(q -> q.strip().equalsIgnoreCase("auth"));
        if (qops != null && !qops.isBlank() && !qop) {
            return null;
        }
        boolean session = name != null && name.toLowerCase(Locale.ROOT).endsWith("-sess");
        boolean stale = "true".equalsIgnoreCase(Lookup.in(values, "stale"));
        return new DigestChallenge(
                proxy, realm, nonce, Lookup.in(values, "opaque"), algorithm, name, session, qop, stale);
    }

    private static Map<String, String> parameters(String text) {
        Map<String, String> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        int at = 0;
        while (at < text.length()) {
            int equals = text.indexOf('=', at);
            if (equals < 0) {
                break;
            }
            String name = text.substring(at, equals).replace(',', ' ').strip();
            StringBuilder value = new StringBuilder();
            at = equals + 1;
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            if (at < text.length() && text.charAt(at) == '"') {
                at = quoted(text, at + 1, value);
            } else {
                while (at < text.length() && text.charAt(at) != ',') {
                    value.append(text.charAt(at++));
                }
            }
            values.putIfAbsent(name, value.toString().strip());
        }
        return values;
    }

    private static int quoted(String text, int start, StringBuilder value) {
        int at = start;
        while (at < text.length() && text.charAt(at) != '"') {
            if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                at++;
            }
            value.append(text.charAt(at++));
        }
        return at + 1;
    }
}
