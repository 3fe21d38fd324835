/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media;

import java.util.Arrays;
import org.eclipse.jdt.annotation.Nullable;

/**
 * What a leg encrypts and decrypts with (RFC 3711), as SDES agreed it (RFC 4568). Immutable by convention: the arrays
 * belong to the record.
 *
 * @param suite the crypto-suite's registered name, for instance {@code AES_CM_128_HMAC_SHA1_80} or
 *     {@code AES_256_CM_HMAC_SHA1_80} (RFC 6188)
 * @param send master key and salt, one after the other, of what we send
 * @param receive master key and salt of what we receive
 */
public record SrtpKeys(String suite, byte[] send, byte[] receive) {

    /** By content: a round of offer and answer that keeps the keys changes nothing. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SrtpKeys keys
                && suite.equals(keys.suite)
                && Arrays.equals(send, keys.send)
                && Arrays.equals(receive, keys.receive);
    }

    @Override
    public int hashCode() {
        return suite.hashCode() ^ Arrays.hashCode(send) ^ Arrays.hashCode(receive);
    }

    /** The suite alone: keys are for no log. */
    @Override
    public String toString() {
        return "SrtpKeys[" + suite + "]";
    }
}
