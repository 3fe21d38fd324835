/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.files.internal.csv;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jdt.annotation.Nullable;

/**
 * How a text file is encoded.
 *
 * @param charset of the text
 * @param mark bytes of the byte order mark before it
 */
record TextEncoding(Charset charset, int mark) {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final int SAMPLE = 1 << 16;

    /** By its byte order mark, by where NUL bytes are, else UTF-8 where most of it is that, else windows-1252. */
    static TextEncoding of(Path file) throws IOException, InterruptedException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = in.readNBytes(SAMPLE);
            TextEncoding sure = marked(buffer);
            if (sure != null) {
                return sure;
            }
            Utf8Count count = new Utf8Count();
            int length = buffer.length;
            while (length > 0) {
                count.add(buffer, length);
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                length = in.read(buffer, 0, buffer.length);
            }
            return new TextEncoding(count.fits() ? StandardCharsets.UTF_8 : WINDOWS, 0);
        }
    }

    private static @Nullable TextEncoding marked(byte[] head) {
        if (head.length >= 3 && head[0] == (byte) 0xEF && head[1] == (byte) 0xBB && head[2] == (byte) 0xBF) {
            return new TextEncoding(StandardCharsets.UTF_8, 3);
        }
        if (head.length < 2) {
            return null;
        }
        if (head[0] == (byte) 0xFF && head[1] == (byte) 0xFE) {
            return new TextEncoding(StandardCharsets.UTF_16LE, 2);
        }
        if (head[0] == (byte) 0xFE && head[1] == (byte) 0xFF) {
            return new TextEncoding(StandardCharsets.UTF_16BE, 2);
        }
        int even = 0;
        int odd = 0;
        for (int i = 0; i + 1 < head.length; i += 2) {
            even += head[i] == 0 ? 1 : 0;
            odd += head[i + 1] == 0 ? 1 : 0;
        }
        int pairs = head.length / 2;
        if (odd > pairs / 2 && even < pairs / 8) {
            return new TextEncoding(StandardCharsets.UTF_16LE, 0);
        }
        return even > pairs / 2 && odd < pairs / 8 ? new TextEncoding(StandardCharsets.UTF_16BE, 0) : null;
    }

    /** Counts what is UTF-8 beyond ASCII and what cannot be: one damaged byte does not make a file of another encoding. */
    private static final class Utf8Count {
        private long good;
        private long bad;
        private int missing;

        void add(byte[] bytes, int length) {
            for (int i = 0; i < length; i++) {
                int octet = bytes[i];
                if (octet >= 0 && missing == 0) {
                    continue;
                }
                next(octet & 0xFF);
            }
        }

        private void next(int octet) {
            boolean following = (octet & 0xC0) == 0x80;
            if (missing > 0 && following) {
                missing--;
                good += missing == 0 ? 1 : 0;
                return;
            }
            bad += missing > 0 || following ? 1 : 0;
            missing = 0;
            if (octet >= 0xC2 && octet <= 0xF4) {
                missing = octet < 0xE0 ? 1 : octet < 0xF0 ? 2 : 3;
            } else if (octet >= 0xC0) {
                bad++;
            }
        }

        boolean fits() {
            return bad == 0 || good > bad;
        }
    }
}
