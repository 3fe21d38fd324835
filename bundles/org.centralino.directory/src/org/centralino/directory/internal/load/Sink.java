/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.internal.load;

import java.io.IOException;
import org.apache.lucene.store.AlreadyClosedException;
import org.centralino.directory.Contact;
import org.centralino.directory.internal.Messages;
import org.centralino.directory.internal.index.Import;
import org.centralino.directory.source.ContactSink;
import org.centralino.directory.source.SourceSettings;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;

/** What one reading puts goes through here. Whatever a source does with it later has no effect. */
final class Sink implements ContactSink {

    /** What was put cannot be written: the disk is full, the index damaged. */
    static final class NotKept extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NotKept(Throwable cause) {
            super(cause.getMessage(), cause);
        }
    }

    private static final int LONGEST_WHERE = 80;

    private final Reading reading;
    private final Import into;
    private final SourceSettings settings;
    private final Cleaner cleaner = new Cleaner(this::changed);
    private final Thread reader = Thread.currentThread();
    private String at = "";
    private final boolean everything;
    private volatile boolean all;
    private @Nullable NotKept broken;
    private volatile boolean closed;

    /** @param everything whether everything is wanted, so that what is not put is gone, said or not */
    Sink(Reading reading, Import into, SourceSettings settings, boolean everything) {
        this.reading = reading;
        this.into = into;
        this.settings = settings;
        this.everything = everything;
    }

    @Override
    public void all(int expected) {
        own();
        reading.expect(expected);
        if (!closed && !reading.isCancelled()) {
            all = true;
            write(into::all);
        }
    }

    @Override
    public void put(Contact contact, byte @Nullable [] photo) throws InterruptedException {
        check();
        reading.count();
        needAll();
        Contact clean;
        byte[] taken;
        try {
            at = contact.name().isEmpty() ? contact.id().key() : contact.name();
            clean = cleaner.clean(contact, settings.id(), settings.kind());
            taken = clean == null ? null : cleaner.photo(photo);
        } catch (RuntimeException e) {
            // A partner's source may give null where it must not.
            reading.problem(where(), NLS.bind(Messages.problemContact, e.getMessage()));
            return;
        }
        if (clean != null) {
            Contact kept = photo != null && taken == null ? withoutPhoto(clean) : clean;
            write(() -> into.put(kept, taken));
        }
    }

    @Override
    public void remove(String key) throws InterruptedException {
        check();
        reading.heard();
        write(() -> into.remove(key));
    }

    @Override
    public void problem(String where, String reason) {
        own();
        if (!closed) {
            reading.problem(where, reason);
        }
    }

    /** Nothing is taken any more. */
    void shut() {
        closed = true;
    }

    /** Ends a reading that succeeded; an error of writing that the source swallowed comes out here. */
    void finish() {
        NotKept failure = broken;
        if (failure != null) {
            throw failure;
        }
        needAll();
        shut();
    }

    private void needAll() {
        if (everything && !all) {
            all = true;
            write(into::all);
        }
    }

    private void changed(String reason) {
        reading.problem(where(), reason);
    }

    private String where() {
        String shown = at.strip();
        return shown.length() > LONGEST_WHERE ? shown.substring(0, LONGEST_WHERE) + "…" : shown;
    }

    private void own() {
        if (Thread.currentThread() != reader) {
            throw new IllegalStateException("the sink belongs to the thread that reads");
        }
    }

    private void check() throws InterruptedException {
        own();
        if (closed || reading.isCancelled() || Thread.interrupted()) {
            throw new InterruptedException();
        }
        NotKept failure = broken;
        if (failure != null) {
            throw failure;
        }
    }

    private void write(Writing writing) {
        try {
            writing.run();
        } catch (IOException | AlreadyClosedException e) {
            NotKept failure = new NotKept(e);
            broken = failure;
            throw failure;
        }
    }

    private static Contact withoutPhoto(Contact contact) {
        return new Contact(
                contact.id(),
                contact.kind(),
                contact.name(),
                contact.givenName(),
                contact.familyName(),
                contact.organisation(),
                contact.department(),
                contact.title(),
                contact.phones(),
                contact.emails(),
                contact.addresses(),
                contact.note(),
                contact.web(),
                false);
    }

    private interface Writing {
        void run() throws IOException;
    }
}
