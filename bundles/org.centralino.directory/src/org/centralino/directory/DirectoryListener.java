/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory;

import org.osgi.annotation.versioning.ConsumerType;

/** Whiteboard service that is told of changes, on a thread of the directory, at most ten times a second each. */
@ConsumerType
public interface DirectoryListener {

    /** Contacts or favourites changed: what was found may not be right any more. */
    default void contactsChanged() {}

    /** A source's status changed. */
    default void sourceChanged(SourceStatus status) {}
}
