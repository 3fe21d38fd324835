/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.practice.sip;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import org.eclipse.jdt.annotation.Nullable;

/** Challenges requests and checks what they answer with (RFC 3261 section 22, RFC 8760). */
final class Authenticator {
    private static final Duration NONCE_LIFETIME = Duration.ofMinutes(5);

    private final List<DigestAlgorithm> algorithms;
    private final Nonces nonces;

    /** @param user null when the credentials do not hold; stale when only their nonce was too old */
    record Verdict(@Nullable User user, boolean stale) {}

    Authenticator(List<DigestAlgorithm> algorithms, InstantSource clock) {
        this.algorithms = algorithms;
        nonces = new Nonces(clock, NONCE_LIFETIME);
    }

    /** One header value for each algorithm, the preferred one first. */
    List<String> challenges(boolean stale) {
        String nonce = nonces.issue();
        return algorithms.stream()
                .map(algorithm -> "Digest realm=\"" + User.DOMAIN + "\", nonce=\"" + nonce + "\", algorithm="
                        + algorithm.token() + ", qop=\"auth\"" + (stale ? ", stale=true" : ""))
                .toList();
    }

    Verdict verify(String method, List<String> credentials) {
        for (String header : credentials) {
            DigestParameters given = new DigestParameters(header);
            if (User.DOMAIN.equals(given.get("realm"))) {
                return verify(method, given);
            }
        }
        return new Verdict(null, false);
    }

    private Verdict verify(String method, DigestParameters given) {
        User user = User.of(given.get("username"));
        DigestAlgorithm algorithm = DigestAlgorithm.named(given.get("algorithm"));
        if (user == null || algorithm == null || !algorithms.contains(algorithm) || !"auth".equals(given.get("qop"))) {
            return new Verdict(null, false);
        }
        String expected = algorithm.response(
                given.text("username"),
                User.DOMAIN,
                user.password(),
                method,
                given.text("uri"),
                given.text("nonce"),
                given.text("nc"),
                given.text("cnonce"));
        boolean same = MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.US_ASCII),
                given.text("response").toLowerCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII));
        if (!same) {
            return new Verdict(null, false);
        }
        return switch (nonces.use(given.text("nonce"), count(given.text("nc")))) {
            case FRESH -> new Verdict(user, false);
            case STALE -> new Verdict(null, true);
            case FORGED -> new Verdict(null, false);
        };
    }

    private static long count(String nc) {
        try {
            return Long.parseLong(nc, 16);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
