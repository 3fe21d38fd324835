/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.recording.ui.internal;

import org.centralino.directory.Contact;
import org.centralino.ui.interaction.ContactSection;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.widgets.Composite;

/** The recordings with a contact. */
public final class RecordingsSection implements ContactSection {

    private @Nullable RecordingsPresenter presenter;

    @Override
    public void create(Composite parent) {
        presenter = Recordings.in(parent, "", () -> {});
    }

    @Override
    public void show(Contact contact) {
        RecordingsPresenter recordings = presenter;
        if (recordings != null) {
            recordings.show(contact);
        }
    }
}
