/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.interaction.internal;

import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.centralino.directory.Contact;
import org.centralino.quarantine.Guest;
import org.centralino.ui.interaction.ContactSection;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.widgets.Composite;

/**
 * Stands in the view for a guest's section: that is made on the guest's thread and, once there, called under watch. When it fails
 * its entry goes, and this with it.
 */
final class GuestSection implements ContactSection {

    private final Guest guest;
    private final Supplier<ContactSection> making;
    private final String id;
    private final Executor display;
    private @Nullable ContactSection section;
    private @Nullable Contact contact;

    /**
     * @param making makes the section; throws where there is none
     * @param id names it in the log
     */
    GuestSection(Guest guest, Supplier<ContactSection> making, String id, Executor display) {
        this.guest = guest;
        this.making = making;
        this.id = id;
        this.display = display;
    }

    @Override
    public void create(Composite parent) {
        guest.make("making the section " + id, () -> {
            ContactSection made = making.get();
            display.execute(() -> made(made, parent));
        });
    }

    private void made(ContactSection made, Composite parent) {
        if (parent.isDisposed() || !guest.here("creating the section " + id, () -> made.create(parent))) {
            return;
        }
        section = made;
        Contact waiting = contact;
        if (waiting != null) {
            show(waiting);
        }
        parent.requestLayout();
    }

    @Override
    public void show(Contact shown) {
        contact = shown;
        ContactSection made = section;
        if (made != null) {
            guest.here("showing the section " + id, () -> made.show(shown));
        }
    }
}
