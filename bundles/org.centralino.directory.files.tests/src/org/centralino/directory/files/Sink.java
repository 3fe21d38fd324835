/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.files;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.centralino.directory.Contact;
import org.centralino.directory.SourceStatus.Problem;
import org.centralino.directory.source.ContactSink;
import org.eclipse.jdt.annotation.Nullable;

/** Keeps what it is given. */
public final class Sink implements ContactSink {

    public final List<Contact> contacts = new ArrayList<>();
    public final List<Problem> problems = new ArrayList<>();
    public final Map<String, byte[]> photos = new LinkedHashMap<>();
    private boolean all;

    @Override
    public void all(int expected) {
        all = true;
    }

    @Override
    public void put(Contact contact, byte @Nullable [] photo) {
        contacts.add(contact);
        if (photo != null) {
            photos.put(contact.name(), photo);
        }
    }

    @Override
    public void remove(String key) {
        throw new AssertionError("files remove nobody: they are read whole");
    }

    @Override
    public void problem(String where, String reason) {
        problems.add(new Problem(where, reason));
    }

    /** Whether everything was announced. */
    public boolean isAll() {
        return all;
    }

    public Contact only() {
        if (contacts.size() != 1) {
            throw new AssertionError("contacts: " + contacts + ", problems: " + problems);
        }
        return contacts.get(0);
    }

    public List<String> names() {
        return contacts.stream().map(Contact::name).toList();
    }

    /** Where problems are, without the reasons. */
    public List<String> places() {
        return problems.stream().map(Problem::where).toList();
    }
}
