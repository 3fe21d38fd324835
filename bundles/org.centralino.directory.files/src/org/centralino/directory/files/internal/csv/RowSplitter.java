/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.files.internal.csv;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.centralino.directory.files.internal.LineReader;
import org.centralino.directory.files.internal.Messages;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;

/**
 * Divides a table into rows. A quotation mark that is never closed, or not where a cell ends, costs the row in which it stands,
 * not those after it: a row has no more than so many lines and characters.
 */
final class RowSplitter {

    /** Longest row, in characters. */
    static final int LONGEST = 1 << 16;

    private static final int MOST_LINES = 100;

    private final LineReader in;
    private final char delimiter;
    private final Deque<Line> waiting = new ArrayDeque<>();

    private record Line(String text, int number, boolean cut) {}

    /** Where a line leaves the reader of quotation marks. */
    private enum State {
        WHOLE,
        OPEN,
        WRONG
    }

    /**
     * A row, or what is wrong with it.
     *
     * @param text its lines, a line feed apart
     * @param line of its beginning, from 1
     * @param problem why there is no use in the text; null where nothing is wrong yet
     */
    record Row(String text, int line, @Nullable String problem) {}

    RowSplitter(Reader in, char delimiter) {
        this.in = new LineReader(in, LONGEST);
        this.delimiter = delimiter;
    }

    /** The next row that is not blank; null at the end. */
    @Nullable
    Row next() throws IOException {
        for (Line line = line(); line != null; line = line()) {
            if (line.cut()) {
                return new Row("", line.number(), NLS.bind(Messages.rowTooLong, LONGEST));
            }
            if (!line.text().isBlank()) {
                return row(line);
            }
        }
        return null;
    }

    private Row row(Line first) throws IOException {
        State state = scan(first.text(), false);
        if (state == State.WHOLE) {
            return new Row(first.text(), first.number(), null);
        }
        if (state == State.WRONG) {
            return new Row("", first.number(), Messages.rowQuotes);
        }
        StringBuilder row = new StringBuilder(first.text());
        List<Line> more = new ArrayList<>();
        while (state == State.OPEN && more.size() < MOST_LINES) {
            Line line = line();
            if (line == null) {
                break;
            }
            more.add(line);
            if (line.cut() || row.length() + line.text().length() >= LONGEST) {
                break;
            }
            row.append('\n').append(line.text());
            state = scan(line.text(), true);
        }
        if (state == State.WHOLE) {
            return new Row(row.toString(), first.number(), null);
        }
        for (int i = more.size() - 1; i >= 0; i--) {
            waiting.addFirst(more.get(i));
        }
        return new Row("", first.number(), Messages.rowUnclosed);
    }

    private State scan(String text, boolean open) {
        int at = 0;
        boolean quoted = open;
        while (true) {
            if (!quoted) {
                at = pastSpace(text, at);
                quoted = at < text.length() && text.charAt(at) == '"';
                at += quoted ? 1 : 0;
            }
            if (quoted) {
                at = closing(text, at);
                if (at < 0) {
                    return State.OPEN;
                }
                at = pastSpace(text, at);
                if (at < text.length() && text.charAt(at) != delimiter) {
                    return State.WRONG;
                }
            } else {
                int end = text.indexOf(delimiter, at);
                at = end < 0 ? text.length() : end;
            }
            if (at >= text.length()) {
                return State.WHOLE;
            }
            at++;
            quoted = false;
        }
    }

    /** Where the text goes on after the mark that closes a cell; -1 where none does. */
    private static int closing(String text, int from) {
        int at = text.indexOf('"', from);
        while (at >= 0) {
            if (at + 1 >= text.length() || text.charAt(at + 1) != '"') {
                return at + 1;
            }
            at = text.indexOf('"', at + 2);
        }
        return -1;
    }

    private int pastSpace(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) != delimiter && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private @Nullable Line line() throws IOException {
        if (!waiting.isEmpty()) {
            return waiting.removeFirst();
        }
        String text = in.next();
        return text == null ? null : new Line(text, in.number(), in.cut());
    }
}
