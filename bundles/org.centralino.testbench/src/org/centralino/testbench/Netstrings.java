/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.testbench;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Texts on a stream, each as its length in bytes, a colon, itself and a comma. */
final class Netstrings {
    private static final int LONGEST = 1 << 20;

    private Netstrings() {}

    static void write(OutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.write((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        out.write(bytes);
        out.write(',');
        out.flush();
    }

    /** @throws EOFException at the end of the stream */
    static String read(InputStream in) throws IOException {
        int length = 0;
        for (int next = in.read(); next != ':'; next = in.read()) {
            if (next < 0) {
                throw new EOFException();
            }
            length = 10 * length + next - '0';
            if (next < '0' || next > '9' || length > LONGEST) {
                throw new IOException("not a netstring");
            }
        }
        byte[] bytes = in.readNBytes(length);
        if (in.read() != ',') {
            throw new EOFException();
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
