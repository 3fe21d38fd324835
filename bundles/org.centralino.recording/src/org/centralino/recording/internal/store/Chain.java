/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.recording.internal.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Links recordings in the order in which they were completed: each link is the SHA-256 of the one before, of what the file's
 * bytes were, and of what is known of it. Who changes a file, a row or the order has to change every link after, and the last
 * one stands in the log.
 */
final class Chain {

    /** What comes before the first. */
    static final String BEGINNING = "";

    private static final int PART = 1 << 16;

    private Chain() {}

    /** SHA-256 of a file's bytes, in hexadecimal digits. */
    static String hash(Path file) throws IOException {
        MessageDigest digest = sha();
        byte[] part = new byte[PART];
        try (InputStream in = Files.newInputStream(file)) {
            for (int count = in.read(part); count >= 0; count = in.read(part)) {
                digest.update(part, 0, count);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** SHA-256 of whom and when it is of, which the chain holds in its place: it can be deleted and the chain stay whole. */
    static String facts(Row row) {
        var r = row.recording();
        String facts = String.join(
                "\n",
                row.name(),
                r.account(),
                r.number(),
                r.name(),
                Long.toString(r.call().toEpochMilli()),
                Long.toString(r.start().toEpochMilli()),
                Long.toString(r.length().toMillis()),
                Marks.write(r.marks()));
        return digest(row.also().isEmpty() ? facts : facts + "\n" + row.also());
    }

    /** The link of a recording. */
    static String link(String before, long number, String sha, String facts) {
        return digest(String.join("\n", before, Long.toString(number), sha, facts));
    }

    private static String digest(String text) {
        return HexFormat.of().formatHex(sha().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest sha() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
