/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.practice.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class AuthenticatorTest {
    private final AtomicLong now = new AtomicLong(1_000_000);
    private final Authenticator authenticator =
            new Authenticator(List.of(DigestAlgorithm.values()), () -> java.time.Instant.ofEpochMilli(now.get()));
    private final User anna = User.ALL.get(0);

    private String credentials(String challenge, String password, String nc) {
        DigestParameters asked = new DigestParameters(challenge);
        DigestAlgorithm algorithm =
                DigestAlgorithm.valueOf(asked.text("algorithm").replace('-', '_'));
        String response = algorithm.response(
                "anna", asked.text("realm"), password, "REGISTER", "sip:x", asked.text("nonce"), nc, "c");
        return "Digest username=\"anna\", realm=\"" + asked.text("realm") + "\", nonce=\"" + asked.text("nonce")
                + "\", uri=\"sip:x\", response=\"" + response + "\", algorithm=" + algorithm.token()
                + ", qop=auth, nc=" + nc + ", cnonce=\"c\"";
    }

    private Authenticator.Verdict verify(String credentials) {
        return authenticator.verify("REGISTER", List.of(credentials));
    }

    @Test
    void asksForTheStrongerHashFirst() {
        assertThat(authenticator.challenges(false))
                .extracting(challenge -> new DigestParameters(challenge).get("algorithm"))
                .containsExactly("SHA-256", "MD5");
    }

    @Test
    void takesTheRightAnswerOnceButNotTwice() {
        String answer = credentials(authenticator.challenges(false).get(0), anna.password(), "00000001");
        assertThat(verify(answer).user()).isEqualTo(anna);
        assertThat(verify(answer)).isEqualTo(new Authenticator.Verdict(null, true));
    }

    @Test
    void takesTheSameNonceWithARisingCount() {
        String challenge = authenticator.challenges(false).get(1);
        assertThat(verify(credentials(challenge, anna.password(), "00000001")).user())
                .isEqualTo(anna);
        assertThat(verify(credentials(challenge, anna.password(), "0000000a")).user())
                .isEqualTo(anna);
    }

    @Test
    void refusesAWrongPasswordAndAForgedNonce() {
        String challenge = authenticator.challenges(false).get(0);
        assertThat(verify(credentials(challenge, "guess", "00000001")))
                .isEqualTo(new Authenticator.Verdict(null, false));
        String forged = challenge.replaceFirst("nonce=\".{8}", "nonce=\"AAAAAAAA");
        assertThat(verify(credentials(forged, anna.password(), "00000001")))
                .isEqualTo(new Authenticator.Verdict(null, false));
    }

    @Test
    void callsAnOldNonceStale() {
        String challenge = authenticator.challenges(false).get(0);
        now.addAndGet(Duration.ofMinutes(6).toMillis());
        assertThat(verify(credentials(challenge, anna.password(), "00000001")).stale())
                .isTrue();
    }
}
