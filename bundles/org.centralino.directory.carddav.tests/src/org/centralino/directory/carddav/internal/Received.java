/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.carddav.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.centralino.directory.Contact;
import org.centralino.directory.SourceStatus.Problem;
import org.centralino.directory.source.ContactSink;
import org.centralino.directory.source.SourceException;
import org.centralino.directory.source.SourceSettings;
import org.eclipse.jdt.annotation.Nullable;

/** What a reading gave, and the whole copy that results from several of them. */
class Received implements ContactSink {
    final Map<String, Contact> contacts = new LinkedHashMap<>();
    final Map<String, byte[]> photos = new LinkedHashMap<>();
    final List<Problem> problems = new ArrayList<>();
    boolean everything;
    int expected;
    int put;

    @Nullable
    String mark;

    /** Reads once more. */
    Received read(SourceSettings settings) throws SourceException, InterruptedException {
        everything = false;
        put = 0;
        problems.clear();
        mark = new CardDavSource().read(settings, mark, this);
        return this;
    }

    Contact named(String name) {
        return contacts.values().stream()
                .filter(contact -> contact.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nobody is called " + name));
    }

    @Override
    public void all(int count) {
        everything = true;
        expected = count;
        contacts.clear();
    }

    @Override
    public void put(Contact contact, byte @Nullable [] photo) throws InterruptedException {
        put++;
        contacts.put(contact.id().key(), contact);
        if (photo != null) {
            photos.put(contact.id().key(), photo);
        }
    }

    @Override
    public void remove(String key) throws InterruptedException {
        contacts.remove(key);
    }

    @Override
    public void problem(String where, String reason) {
        problems.add(new Problem(where, reason));
    }
}
