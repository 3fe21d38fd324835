/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Digest answers against the vectors of the RFCs. */
class DigestTest {

    private static DigestChallenge challenge(String header) {
        return Objects.requireNonNull(DigestChallenge.parse(false, header));
    }

    private static String answer(String header, String user, String password, String nonce, String method, String uri) {
        return new Credentials(user, password).answer(challenge(header), method, uri, nonce, 1);
    }

    @Test
    void rfc7616Md5() {
        assertThat(answer(
                        "Digest realm=\"http-auth@example.org\", qop=\"auth, auth-int\", algorithm=MD5, "
                                + "nonce=\"7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v\", opaque=\"FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS\"",
                        "Mufasa",
                        "Circle of Life",
                        "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ",
                        "GET",
                        "/dir/index.html"))
                .contains("response=\"8ca523f5e9506fed4657c9700eebdbec\"", "algorithm=MD5", "nc=00000001");
    }

    @Test
    void rfc7616Sha256() {
        assertThat(answer(
                        "Digest realm=\"http-auth@example.org\", qop=\"auth, auth-int\", algorithm=SHA-256, "
                                + "nonce=\"7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v\", opaque=\"FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS\"",
                        "Mufasa",
                        "Circle of Life",
                        "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ",
                        "GET",
                        "/dir/index.html"))
                .contains("response=\"753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1\"");
    }

    @Test
    void rfc2617() {
        assertThat(answer(
                        "Digest realm=\"testrealm@host.com\", qop=\"auth,auth-int\", nonce=\"dcd98b7102dd2f0e8b11d0f600bfb0c093\", "
                                + "opaque=\"5ccc069c403ebaf9f0171e9517f40e41\"",
                        "Mufasa",
                        "Circle Of Life",
                        "0a4f113b",
                        "GET",
                        "/dir/index.html"))
                .contains(
                        "response=\"6629fae49393a05397450978507c4ef1\"", "opaque=\"5ccc069c403ebaf9f0171e9517f40e41\"")
                .doesNotContain("algorithm");
    }

    @Test
    void withoutQopTheOldFormIsUsed() {
        String value = answer("Digest realm=\"a\", nonce=\"b\"", "u", "p", "c", "REGISTER", "sip:a");
        String secret = DigestAlgorithm.MD5.hash("u:a:p");
        String request = DigestAlgorithm.MD5.hash("REGISTER:sip:a");
        assertThat(value)
                .contains("response=\"" + DigestAlgorithm.MD5.hash(secret + ":b:" + request) + "\"")
                .doesNotContain("cnonce", "qop", "nc=");
    }

    @Test
    void theSessionVariantHashesTheNonces() {
        String value =
                answer("Digest realm=\"a\", nonce=\"b\", algorithm=MD5-sess, qop=auth", "u", "p", "c", "GET", "/");
        String secret = DigestAlgorithm.MD5.hash(DigestAlgorithm.MD5.hash("u:a:p") + ":b:c");
        String request = DigestAlgorithm.MD5.hash("GET:/");
        assertThat(value)
                .contains("response=\"" + DigestAlgorithm.MD5.hash(secret + ":b:00000001:c:auth:" + request) + "\"");
    }

    @Test
    void whatCannotBeAnsweredIsLeft() {
        assertThat(DigestChallenge.parse(false, "Basic realm=\"a\"")).isNull();
        assertThat(DigestChallenge.parse(false, "Digest realm=\"a\"")).isNull();
        assertThat(DigestChallenge.parse(false, "Digest realm=\"a\", nonce=\"b\", algorithm=ROT13"))
                .isNull();
        assertThat(DigestChallenge.parse(false, "Digest realm=\"a\", nonce=\"b\", qop=\"auth-int\""))
                .isNull();
    }

    @Test
    void quotesInValuesAreKept() {
        assertThat(challenge("Digest realm=\"a \\\"b\\\", c\", nonce=\"n\"").realm())
                .isEqualTo("a \"b\", c");
    }

    @Test
    void theStrongestChallengeOfARealmIsAnswered() {
        DigestSession session = new DigestSession(new Credentials("u", "p"));
        List<DigestChallenge> challenges = List.of(
                challenge("Digest realm=\"a\", nonce=\"1\", algorithm=SHA-256"),
                challenge("Digest realm=\"a\", nonce=\"2\", algorithm=SHA-512-256"),
                challenge("Digest realm=\"a\", nonce=\"3\", algorithm=MD5"));
        assertThat(session.challenged(challenges, false)).isTrue();
        assertThat(session.answer("GET", "/"))
                .singleElement()
                .satisfies(header -> assertThat(header.value()).contains("nonce=\"2\""));
    }

    @Test
    void theNonceCountRises() {
        DigestSession session = new DigestSession(new Credentials("u", "p"));
        session.challenged(List.of(challenge("Digest realm=\"a\", nonce=\"1\", qop=auth")), false);
        assertThat(session.answer("GET", "/").get(0).value()).contains("nc=00000001");
        assertThat(session.answer("GET", "/").get(0).value()).contains("nc=00000002");
    }

    @Test
    void aRefusedAnswerIsRepeatedOnlyForAStaleNonce() {
        DigestSession session = new DigestSession(new Credentials("u", "p"));
        session.challenged(List.of(challenge("Digest realm=\"a\", nonce=\"1\"")), false);
        assertThat(session.challenged(List.of(challenge("Digest realm=\"a\", nonce=\"2\"")), true))
                .isFalse();
        assertThat(session.challenged(List.of(challenge("Digest realm=\"a\", nonce=\"3\", stale=true")), true))
                .isTrue();
        session.accepted();
        assertThat(session.challenged(List.of(challenge("Digest realm=\"a\", nonce=\"4\"")), true))
                .isTrue();
    }

    @Test
    void aPasswordIsNowhereInWords() {
        assertThat(new Credentials("u", "hunter2").toString()).doesNotContain("hunter2");
    }
}
