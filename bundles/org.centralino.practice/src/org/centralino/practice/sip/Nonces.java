/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.practice.sip;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Nonces that need no memory before they are used: time and random octets, sealed with a key of this run. Of used ones
 * the last count is kept, so that no answer is taken twice (RFC 7616 section 3.4).
 */
final class Nonces {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int RANDOM_OCTETS = 12;
    private static final int MOST_REMEMBERED = 10_000;

    enum Use {
        FRESH,
        STALE,
        FORGED
    }

    private final SecretKeySpec key = new SecretKeySpec(random(32), "HmacSHA256");
    private final InstantSource clock;
    private final Duration lifetime;
    private final Map<String, Long> counts = new LinkedHashMap<>();

    Nonces(InstantSource clock, Duration lifetime) {
        this.clock = clock;
        this.lifetime = lifetime;
    }

    String issue() {
        byte[] body = ByteBuffer.allocate(Long.BYTES + RANDOM_OCTETS)
                .putLong(clock.millis())
                .put(random(RANDOM_OCTETS))
                .array();
        byte[] sealed = Arrays.copyOf(body, body.length + 32);
        System.arraycopy(seal(body), 0, sealed, body.length, 32);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    private static byte[] random(int octets) {
        byte[] fresh = new byte[octets];
        RANDOM.nextBytes(fresh);
        return fresh;
    }

    /** @param count the nc parameter; it must rise from use to use */
    synchronized Use use(String nonce, long count) {
        byte[] sealed;
        try {
            sealed = Base64.getUrlDecoder().decode(nonce);
        } catch (IllegalArgumentException e) {
            return Use.FORGED;
        }
        int length = Long.BYTES + RANDOM_OCTETS;
        if (sealed.length != length + 32
                || !MessageDigest.isEqual(
                        seal(Arrays.copyOf(sealed, length)), Arrays.copyOfRange(sealed, length, sealed.length))) {
            return Use.FORGED;
        }
        long age = clock.millis() - ByteBuffer.wrap(sealed).getLong();
        if (age > lifetime.toMillis() || count <= counts.getOrDefault(nonce, 0L)) {
            return Use.STALE;
        }
        counts.put(nonce, count);
        if (counts.size() > MOST_REMEMBERED) {
            counts.remove(counts.keySet().iterator().next());
        }
        return Use.FRESH;
    }

    private byte[] seal(byte[] body) {
        try {
            Mac mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + key.getAlgorithm(), e);
        }
    }
}
