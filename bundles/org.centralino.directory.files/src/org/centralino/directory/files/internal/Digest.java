/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.files.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, shortened to 128 bits: tells contents apart, protects nothing. */
public final class Digest {

    private static final int BYTES = 16;

    private final MessageDigest digest;

    public Digest() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has it", e);
        }
    }

    /** Of several texts; how they are divided counts. */
    public static String of(String... texts) {
        Digest digest = new Digest();
        for (String text : texts) {
            digest.add(text);
        }
        return digest.hex();
    }

    public void add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        add(bytes, bytes.length);
        digest.update((byte) 0);
    }

    public void add(byte[] bytes, int length) {
        digest.update(bytes, 0, length);
    }

    public String hex() {
        return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
    }
}
