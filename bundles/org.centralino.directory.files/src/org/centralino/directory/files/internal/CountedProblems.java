/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.files.internal;

import org.centralino.directory.Contact;
import org.centralino.directory.source.ContactSink;
import org.eclipse.jdt.annotation.Nullable;

/** A sink that knows whether there were problems. */
final class CountedProblems implements ContactSink {

    private final ContactSink sink;
    private boolean any;

    CountedProblems(ContactSink sink) {
        this.sink = sink;
    }

    boolean any() {
        return any;
    }

    @Override
    public void all(int expected) {
        sink.all(expected);
    }

    @Override
    public void put(Contact contact, byte @Nullable [] photo) throws InterruptedException {
        sink.put(contact, photo);
    }

    @Override
    public void remove(String key) throws InterruptedException {
        sink.remove(key);
    }

    @Override
    public void problem(String where, String reason) {
        any = true;
        sink.problem(where, reason);
    }
}
