/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.digest;

import java.util.Locale;

/**
 * The user name and secret of an account.
 *
 * @param user the digest user name
 * @param password the secret
 */
public record Credentials(String user, String password) {

    /**
     * The value of the Authorization header that answers {@code challenge} (RFC 7616, 3.4).
     *
     * @param count how often the nonce was used, this time included
     */
    String answer(DigestChallenge challenge, String method, String uri, String clientNonce, int count) {
        DigestAlgorithm algorithm = challenge.algorithm();
        String secret = algorithm.hash(user + ":" + challenge.realm() + ":" + password);
        if (challenge.session()) {
            secret = algorithm.hash(secret + ":" + challenge.nonce() + ":" + clientNonce);
        }
        String request = algorithm.hash(method + ":" + uri);
        String nc = String.format(Locale.ROOT, "%08x", count);
        String middle = challenge.qop() ? nc + ":" + clientNonce + ":auth:" : "";
        String response = algorithm.hash(secret + ":" + challenge.nonce() + ":" + middle + request);
        StringBuilder value = new StringBuilder("Digest username=").append(quoted(user));
        value.append(",realm=").append(quoted(challenge.realm()));
        value.append(",nonce=").append(quoted(challenge.nonce()));
        value.append(",uri=").append(quoted(uri));
        value.append(",response=").append(quoted(response));
        if (challenge.algorithmName() != null) {
            value.append(",algorithm=").append(challenge.algorithmName());
        }
        if (challenge.qop() || challenge.session()) {
            value.append(",cnonce=").append(quoted(clientNonce));
        }
        if (challenge.qop()) {
            value.append(",qop=auth,nc=").append(nc);
        }
        String opaque = challenge.opaque();
        if (opaque != null) {
            value.append(",opaque=").append(quoted(opaque));
        }
        return value.toString();
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    @Override
    public String toString() {
        return "Credentials[" + user + "]";
    }
}
