/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.files.internal;

import java.io.IOException;
import java.io.Reader;
import org.eclipse.jdt.annotation.Nullable;

/** Lines that end with CR, LF or both, none longer than a limit: what is beyond it is passed over. */
public final class LineReader {

    private final Reader in;
    private final int longest;
    private final char[] buffer = new char[1 << 15];
    private int at;
    private int length;
    private int number;
    private boolean cut;

    public LineReader(Reader in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    /** The next line without its end; null at the end of the text. */
    public @Nullable String next() throws IOException {
        if (at >= length && !fill()) {
            return null;
        }
        number++;
        cut = false;
        StringBuilder line = new StringBuilder();
        while (true) {
            int from = at;
            while (at < length && buffer[at] != '\n' && buffer[at] != '\r') {
                at++;
            }
            int room = Math.min(at - from, longest - line.length());
            line.append(buffer, from, room);
            cut |= room < at - from;
            if (at < length) {
                passEnd();
                return line.toString();
            }
            if (!fill()) {
                return line.toString();
            }
        }
    }

    /** Which line {@link #next} gave last, from 1. */
    public int number() {
        return number;
    }

    /** Whether the line that {@link #next} gave last had more than the limit. */
    public boolean cut() {
        return cut;
    }

    private void passEnd() throws IOException {
        boolean carriageReturn = buffer[at++] == '\r';
        if (carriageReturn && (at < length || fill()) && buffer[at] == '\n') {
            at++;
        }
    }

    private boolean fill() throws IOException {
        at = 0;
        length = 0;
        while (length == 0) {
            length = in.read(buffer, 0, buffer.length);
        }
        length = Math.max(length, 0);
        return length > 0;
    }
}
