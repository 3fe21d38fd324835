/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.internal;

import org.centralino.directory.DirectoryListener;
import org.centralino.directory.SourceStatus;
import org.centralino.quarantine.GuestService;

/** Hands on to a guest, on its own thread, what there is to tell of the directory. */
record GuestListener(GuestService<DirectoryListener> guest) implements DirectoryListener {

    @Override
    public void contactsChanged() {
        guest.call("DirectoryListener.contactsChanged", DirectoryListener::contactsChanged);
    }

    @Override
    public void sourceChanged(SourceStatus status) {
        guest.call("DirectoryListener.sourceChanged", listener -> listener.sourceChanged(status));
    }
}
