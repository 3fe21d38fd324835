/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.carddav.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.eclipse.jdt.annotation.Nullable;

/**
 * How far each address book was read: what is kept until the next reading. Immutable.
 *
 * @param books by address
 */
record SyncState(Map<String, Book> books) {
    private static final byte VERSION = 1;

    /** So many resources of a server without sync-tokens are kept in mind; with more, everything is read each time. */
    private static final int MOST = 20_000;

    /**
     * One address book.
     *
     * @param token the server's (RFC 6578); empty where it has none
     * @param etags of each resource, where there is no token
     */
    record Book(String token, Map<String, String> etags) {}

    /** How far a book was read; null where it was not there. */
    @Nullable
    Book book(String url) {
        return books.containsKey(url) ? books.get(url) : null;
    }

    /** What {@link #text} made; null where it was something else. */
    static @Nullable SyncState parse(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try (DataInputStream in = new DataInputStream(new InflaterInputStream(
                new ByteArrayInputStream(Base64.getDecoder().decode(text))))) {
            if (in.readByte() != VERSION) {
                return null;
            }
            Map<String, Book> books = new LinkedHashMap<>();
            for (int count = in.readInt(); count > 0; count--) {
                String url = in.readUTF();
                String token = in.readUTF();
                Map<String, String> etags = new LinkedHashMap<>();
                for (int resources = in.readInt(); resources > 0; resources--) {
                    etags.put(in.readUTF(), in.readUTF());
                }
                books.put(url, new Book(token, etags));
            }
            return new SyncState(books);
        } catch (IOException | IllegalArgumentException e) {
            return null;
        }
    }

    /** Null where it would be too much to keep. */
    @Nullable
    String text() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(bytes))) {
            out.writeByte(VERSION);
            out.writeInt(books.size());
            for (Map.Entry<String, Book> book : books.entrySet()) {
                Map<String, String> etags = book.getValue().etags();
                if (etags.size() > MOST) {
                    return null;
                }
                out.writeUTF(book.getKey());
                out.writeUTF(book.getValue().token());
                out.writeInt(etags.size());
                for (Map.Entry<String, String> etag : etags.entrySet()) {
                    out.writeUTF(etag.getKey());
                    out.writeUTF(etag.getValue());
                }
            }
        } catch (IOException e) {
            return null; // a text of 64 kB
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }
}
