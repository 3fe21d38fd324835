/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.practice.sip;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.eclipse.jdt.annotation.Nullable;

/** The hashes of HTTP digest as SIP uses it (RFC 7616, RFC 8760), the preferred one first. */
public enum DigestAlgorithm {
    SHA_256("SHA-256"),
    MD5("MD5");

    private final String token;

    DigestAlgorithm(String token) {
        this.token = token;
    }

    /** The name in the algorithm parameter. */
    public String token() {
        return token;
    }

    /** @return null for a name unknown; a missing one means MD5 (RFC 2617) */
    public static @Nullable DigestAlgorithm named(@Nullable String token) {
        if (token == null) {
            return MD5;
        }
        for (DigestAlgorithm algorithm : values()) {
            if (algorithm.token.equalsIgnoreCase(token)) {
                return algorithm;
            }
        }
        return null;
    }

    /** @param only the one to ask for; null or a name unknown asks for all */
    public static List<DigestAlgorithm> offered(@Nullable String only) {
        DigestAlgorithm one = only == null ? null : named(only);
        return one == null ? List.of(values()) : List.of(one);
    }

    /** The response parameter for qop=auth (RFC 7616 section 3.4.1). */
    public String response(
            String user,
            String realm,
            String password,
            String method,
            String uri,
            String nonce,
            String nc,
            String cnonce) {
        String secret = hash(user + ":" + realm + ":" + password);
        return hash(secret + ":" + nonce + ":" + nc + ":" + cnonce + ":auth:" + hash(method + ":" + uri));
    }

    private String hash(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance(token);
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + token, e);
        }
    }
}
