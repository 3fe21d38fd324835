/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.sdp;

import java.util.List;
import org.eclipse.jdt.annotation.Nullable;

/** The crypto-suites that are spoken here, by their registered names (RFC 4568, 6.2; RFC 6188, 4). */
enum CryptoSuite {
    AES_256_CM_HMAC_SHA1_80(32),
    AES_CM_128_HMAC_SHA1_80(16),
    /** A tag of four bytes: taken where the far side wants it, never asked for. */
    AES_CM_128_HMAC_SHA1_32(16);

    /** What an offer of ours names, the strongest first. */
    static final List<CryptoSuite> OFFERED = List.of(AES_256_CM_HMAC_SHA1_80, AES_CM_128_HMAC_SHA1_80);

    private static final int SALT = 14;

    private final int masterKey;

    CryptoSuite(int masterKey) {
        this.masterKey = masterKey;
    }

    /** Bytes of master key and salt together. */
    int keyLength() {
        return masterKey + SALT;
    }

    static @Nullable CryptoSuite named(String name) {
        for (CryptoSuite suite : values()) {
            if (suite.name().equals(name)) {
                return suite;
            }
        }
        return null;
    }
}
