/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.digest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.eclipse.jdt.annotation.Nullable;

/** Hashes of digest authentication (RFC 7616, 6.1), weakest first. */
enum DigestAlgorithm {
    MD5("MD5", "MD5"),
    SHA_256("SHA-256", "SHA-256"),
    SHA_512_256("SHA-512-256", "SHA-512/256");

    private final String token;
    private final String provider;

    DigestAlgorithm(String token, String provider) {
        this.token = token;
        this.provider = provider;
    }

    /** The algorithm a challenge names, with or without {@code -sess}; MD5 where it names none; null when unknown. */
    static @Nullable DigestAlgorithm of(@Nullable String name) {
        if (name == null || name.isEmpty()) {
            return MD5;
        }
        for (DigestAlgorithm algorithm : values()) {
            if (name.equalsIgnoreCase(algorithm.token) || name.equalsIgnoreCase(algorithm.token + "-sess")) {
                return algorithm;
            }
        }
        return null;
    }

    String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance(provider).digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
