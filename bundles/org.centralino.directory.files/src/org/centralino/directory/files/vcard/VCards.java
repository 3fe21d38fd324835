/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.files.vcard;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.centralino.directory.ContactId;
import org.centralino.directory.Kind;
import org.centralino.directory.files.internal.vcard.CardReader;
import org.centralino.directory.source.ContactSink;

/**
 * Reads vCards of versions 2.1 (vCard 2.1), 3.0 (RFC 2426) and 4.0 (RFC 6350) as contacts. What is wrong with a card, or a
 * property of it, is told the sink by line; everything else is taken. Nothing is fetched from anywhere: a photo is what the
 * card itself holds. Stateless; memory is bounded by the longest card.
 */
public final class VCards {

    /** Longest card that is read, in characters, its photo included; longer ones are reported and left out. */
    public static final int LONGEST = 4 << 20;

    private VCards() {}

    /**
     * Reads every card of a stream, in whatever encoding, and gives its contacts to {@code sink}. A card's key is its UID;
     * where it has none, one made of its name, its organisation and its first mail address or number.
     *
     * @param in read to its end, not closed
     * @param source the id of the source, for {@link ContactId#source()}
     * @param where what problems call the stream: its file name
     * @return how many contacts were put
     * @throws IOException when the stream fails
     * @throws InterruptedException when the thread was interrupted or the sink was cancelled
     */
    public static int read(InputStream in, String source, Kind kind, String where, ContactSink sink)
            throws IOException, InterruptedException {
        return new CardReader(kind, where, sink).read(in, key -> new ContactId(source, key));
    }

    /**
     * Reads the first card of a text under an id that the source gives: a CardDAV resource.
     *
     * @param id used as it is, whatever the card's UID
     * @param where what problems call the card
     * @return whether a contact was put
     * @throws InterruptedException when the thread was interrupted or the sink was cancelled
     */
    public static boolean readOne(String card, ContactId id, Kind kind, String where, ContactSink sink)
            throws InterruptedException {
        try (InputStream in = new ByteArrayInputStream(card.getBytes(StandardCharsets.UTF_8))) {
            return new CardReader(kind, where, sink).readFirst(in, id);
        } catch (IOException e) {
            throw new IllegalStateException("memory does not fail", e);
        }
    }
}
