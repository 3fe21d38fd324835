/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.history;

import org.osgi.annotation.versioning.ConsumerType;

/** Whiteboard service that is told of changes on the history's own thread, after they are on disk. */
@ConsumerType
@FunctionalInterface
public interface HistoryListener {

    /** Entries came, changed or went, or were marked seen. */
    void historyChanged();
}
