/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.internal.index;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.centralino.directory.Contact;
import org.centralino.directory.ContactId;
import org.centralino.directory.internal.text.Numbers;

/** The user's own contacts as one more source to search in; in memory, since a file keeps them. */
public final class LocalIndex {

    private static final String NO_COUNTRY = "";

    private final Directory directory = new ByteBuffersDirectory();
    private final Numbers numbers;

    public LocalIndex(Numbers numbers) {
        this.numbers = numbers;
    }

    /** Makes these all there are. */
    public Copy all(Collection<Contact> contacts) throws IOException {
        try (Import writing = begin()) {
            writing.all();
            for (Contact contact : contacts) {
                writing.put(contact, null);
            }
            return writing.commit(state());
        }
    }

    /** Adds or replaces some and removes others. */
    public Copy change(Collection<Contact> put, List<String> removed) throws IOException {
        try (Import writing = begin()) {
            for (Contact contact : put) {
                writing.put(contact, null);
            }
            for (String key : removed) {
                writing.remove(key);
            }
            return writing.commit(state());
        }
    }

    private Import begin() throws IOException {
        return new Import(ContactId.LOCAL, directory, new Photos(Path.of("none")), numbers, null);
    }

    private static CopyState state() {
        return new CopyState(null, Instant.now(), "", NO_COUNTRY);
    }
}
