/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.interaction.internal;

import org.centralino.directory.Contact;
import org.centralino.ui.history.CallTimeline;
import org.centralino.ui.interaction.ContactSection;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.widgets.Composite;

/** The calls with a contact. */
public final class TimelineSection implements ContactSection {

    private @Nullable CallTimeline timeline;

    @Override
    public void create(Composite parent) {
        timeline = new CallTimeline(parent);
    }

    @Override
    public void show(Contact contact) {
        CallTimeline calls = timeline;
        if (calls != null) {
            calls.show(contact.id());
        }
    }
}
