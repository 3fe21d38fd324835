/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.files.internal.vcard;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.centralino.directory.files.internal.LineReader;
import org.centralino.directory.files.internal.Messages;
import org.centralino.directory.files.vcard.VCards;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;

/**
 * Divides a stream into cards, so that a broken one cannot take others with it and none is longer than memory has room for.
 * Bytes of eight bits stay bytes, one in each character: their encoding is the card's own affair.
 */
final class CardSplitter {

    private static final int MOST_LINES = 1 << 16;
    private static final int DEEPEST = 4;
    private static final String BEGIN = "BEGIN:VCARD";
    private static final String END = "END:VCARD";

    private final LineReader in;
    private final boolean bytes;
    private final StringBuilder card = new StringBuilder();
    private int start;
    private int depth;
    private int lines;
    private boolean inAgent;
    private boolean outside;
    private boolean overlong;
    private boolean tooDeep;

    /**
     * One card, or what is wrong with it.
     *
     * @param text from BEGIN to END
     * @param bytes whether each character of the text is a byte
     * @param line of BEGIN in the stream, from 1
     * @param problem why there is no use in the text; null where nothing is wrong yet
     */
    record Piece(
            String text, boolean bytes, int line, @Nullable String problem) {}

    CardSplitter(InputStream stream) throws IOException {
        PushbackInputStream pushback = new PushbackInputStream(stream, 4);
        byte[] head = pushback.readNBytes(4);
        pushback.unread(head);
        Charset wide = wide(head);
        bytes = wide == null;
        in = new LineReader(
                new InputStreamReader(pushback, wide == null ? StandardCharsets.ISO_8859_1 : wide), VCards.LONGEST);
    }

    private static @Nullable Charset wide(byte[] head) {
        if (head.length < 4) {
            return null;
        }
        if ((head[0] == (byte) 0xFF && head[1] == (byte) 0xFE) || (head[0] != 0 && head[1] == 0 && head[3] == 0)) {
            return StandardCharsets.UTF_16LE;
        }
        if ((head[0] == (byte) 0xFE && head[1] == (byte) 0xFF) || (head[0] == 0 && head[1] != 0 && head[2] == 0)) {
            return StandardCharsets.UTF_16BE;
        }
        return null;
    }

    /** The next card; null at the end. */
    @Nullable
    Piece next() throws IOException {
        for (String text = in.next(); text != null; text = in.next()) {
            String word = word(text);
            Piece piece = null;
            if (BEGIN.equals(word) && (depth == 0 || !inAgent)) {
                piece = depth == 0 ? null : unfinished();
                begin();
            } else if (depth > 0) {
                piece = inside(text, word);
            } else if (!outside && !word.isEmpty()) {
                outside = true;
                piece = new Piece("", bytes, in.number(), Messages.cardOutside);
            }
            if (piece != null) {
                return piece;
            }
        }
        Piece last = depth == 0 ? null : unfinished();
        depth = 0;
        return last;
    }

    private void begin() {
        card.setLength(0);
        card.append(BEGIN).append('\n');
        start = in.number();
        depth = 1;
        lines = 1;
        inAgent = false;
        outside = false;
        overlong = false;
        tooDeep = false;
    }

    private @Nullable Piece inside(String text, String word) {
        if (BEGIN.equals(word)) {
            depth++;
            tooDeep |= depth > DEEPEST;
        } else if (END.equals(word)) {
            depth--;
        }
        if (!word.isEmpty()) {
            inAgent = word.equals("AGENT:");
        }
        lines++;
        overlong |= in.cut() || lines > MOST_LINES || card.length() + text.length() >= VCards.LONGEST;
        if (!overlong) {
            card.append(text).append('\n');
        }
        return depth == 0 ? finished() : null;
    }

    private Piece finished() {
        String problem = tooDeep ? Messages.cardNested : null;
        if (overlong) {
            problem = NLS.bind(Messages.cardTooLong, (VCards.LONGEST >> 20) + " MB");
        }
        return new Piece(problem == null ? card.toString() : "", bytes, start, problem);
    }

    private Piece unfinished() {
        return new Piece("", bytes, start, Messages.cardUnfinished);
    }

    /** The beginning of the line, upper case, without a byte order mark; empty where it is blank or goes on an earlier one. */
    private static String word(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) <= ' ') {
            end--;
        }
        int from = 0;
        if (text.startsWith("\uFEFF")) {
            from = 1;
        } else if (text.startsWith("\u00EF\u00BB\u00BF")) {
            from = 3;
        }
        if (end <= from || text.charAt(from) <= ' ') {
            return "";
        }
        return text.substring(from, Math.min(end, from + 16)).toUpperCase(Locale.ROOT);
    }
}
