/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.source;

import org.centralino.directory.Contact;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Takes what a source reads. Used by the thread alone that called {@link DirectorySource#read}, and only until that returns; on
 * any other every method throws {@link IllegalStateException}.
 */
@ProviderType
public interface ContactSink {

    /**
     * Everything is coming: what is not put after this is gone from the source. Called before the first {@link #put}, if at
     * all; it must be where {@code since} was null.
     *
     * @param expected how many contacts there will be, -1 where that is not known
     */
    void all(int expected);

    /**
     * A contact that is new or has changed.
     *
     * @param contact with a key that is unique in the source; what is too long, or not allowed, is mended or left out and
     *     reported
     * @param photo its picture as it came; null where it has none or it did not change. Too large ones are left out and
     *     reported.
     * @throws InterruptedException when reading was cancelled
     */
    void put(Contact contact, byte @Nullable [] photo) throws InterruptedException;

    /**
     * A contact that is gone; nothing where it was not there.
     *
     * @param key its {@link org.centralino.directory.ContactId#key()}
     * @throws InterruptedException when reading was cancelled
     */
    void remove(String key) throws InterruptedException;

    /**
     * Something that could not be taken as it is; the rest goes on.
     *
     * @param where file and line, or the entry's name
     * @param reason in words for people
     */
    void problem(String where, String reason);
}
