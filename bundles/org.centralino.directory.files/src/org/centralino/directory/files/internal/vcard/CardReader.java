/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.files.internal.vcard;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.centralino.directory.Contact;
import org.centralino.directory.ContactId;
import org.centralino.directory.Kind;
import org.centralino.directory.files.internal.Messages;
import org.centralino.directory.source.ContactSink;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;

/** Reads the cards of one stream, each by itself, and tells a sink of what is right and of what is wrong. */
public final class CardReader {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final Pattern CHARSET = Pattern.compile("(?i);\\s*CHARSET=\"?([A-Za-z0-9][\\w.:-]{0,39})");

    private final Kind kind;
    private final String where;
    private final ContactSink sink;

    /** @param where what problems call the stream */
    public CardReader(Kind kind, String where, ContactSink sink) {
        this.kind = kind;
        this.where = where;
        this.sink = sink;
    }

    /** Reads them all; how many contacts were put. */
    public int read(InputStream in, Function<String, ContactId> ids) throws IOException, InterruptedException {
        CardSplitter cards = new CardSplitter(in);
        int put = 0;
        for (CardSplitter.Piece piece = cards.next(); piece != null; piece = cards.next()) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            put += put(piece, ids) ? 1 : 0;
        }
        return put;
    }

    /** Reads the first; whether a contact was put. */
    public boolean readFirst(InputStream in, ContactId id) throws IOException, InterruptedException {
        CardSplitter cards = new CardSplitter(in);
        for (CardSplitter.Piece piece = cards.next(); piece != null; piece = cards.next()) {
            if (put(piece, key -> id)) {
                return true;
            }
        }
        return false;
    }

    private boolean put(CardSplitter.Piece piece, Function<String, ContactId> ids) throws InterruptedException {
        String problem = piece.problem();
        if (problem != null) {
            problem(piece.line(), problem);
            return false;
        }
        String text = piece.bytes() ? decoded(piece.text()) : piece.text();
        CardContact card = parsed(text, StandardCharsets.UTF_8);
        if (card != null && card.looksWrong() && text.indexOf('\uFFFD') < 0) {
            // Quoted-printable without a word on its encoding, and it was not UTF-8.
            card = parsed(text, WINDOWS);
        }
        if (card == null) {
            problem(piece.line(), Messages.cardUnreadable);
            return false;
        }
        for (Card.Problem wrong : card.problems()) {
            problem(piece.line() + wrong.line() - 1, wrong.reason());
        }
        if (card.isGroup()) {
            return false;
        }
        Contact contact = card.contact(ids);
        if (contact == null) {
            problem(piece.line(), Messages.cardNameless);
            return false;
        }
        sink.put(contact, card.photo());
        return true;
    }

    private @Nullable CardContact parsed(String text, Charset quotedPrintable) {
        try {
            return new CardContact(Card.read(text, quotedPrintable), kind);
        } catch (IOException | RuntimeException e) {
            // The library lets some of what it finds in hostile cards through as it is; each card stands alone.
            return null;
        }
    }

    private void problem(int line, String reason) {
        sink.problem(NLS.bind(Messages.line, where, line), reason);
    }

    /** UTF-8 where that fits, else what the card says it is, else what Windows writes in the west. */
    private static String decoded(String bytes) {
        byte[] card = bytes.getBytes(StandardCharsets.ISO_8859_1);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(card))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(card, declared(bytes));
        }
    }

    private static Charset declared(String card) {
        Matcher charset = CHARSET.matcher(card);
        while (charset.find()) {
            try {
                Charset found = Charset.forName(charset.group(1));
                if (!found.equals(StandardCharsets.UTF_8)) {
                    return found;
                }
            } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
                // Not known here: the next one, or the default, has to do.
                continue;
            }
        }
        return WINDOWS;
    }
}
