/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.history.internal;

import java.util.concurrent.Executor;
import java.util.function.LongConsumer;
import org.centralino.directory.ContactId;
import org.centralino.history.HistoryEntry;
import org.centralino.history.HistoryService;
import org.centralino.telephony.CallService;
import org.centralino.ui.contact.Interaction;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What can be done with a past call. Display thread only. */
final class CallCommands {

    private static final Logger LOG = LoggerFactory.getLogger(CallCommands.class);

    private final Services services;
    private final Executor display;
    private final Teller teller;
    private final LongConsumer removed;

    /** @param removed told the id of an entry after it is gone */
    CallCommands(Services services, Executor display, Teller teller, LongConsumer removed) {
        this.services = services;
        this.display = display;
        this.teller = teller;
        this.removed = removed;
    }

    /** Calls the far side of this call. */
    void callBack(HistoryEntry entry) {
        CallService calls = services.calls().get();
        if (entry.number().isEmpty()) {
            teller.tell(Messages.cannotCallBack, true);
        } else if (calls == null) {
            teller.tell(Messages.noTelephone, true);
        } else {
            try {
                calls.dial(entry.number());
                teller.tell("", false);
            } catch (IllegalArgumentException e) {
                teller.tell(NLS.bind(Messages.cannotDial, entry.number()), true);
            }
        }
    }

    /** Whether the contact of a call can be shown. */
    boolean canOpen(HistoryEntry entry) {
        return entry.contact() != null && services.interaction().get() != null;
    }

    /** Whether a contact can be made of a call. */
    boolean canCreate(HistoryEntry entry) {
        return entry.contact() == null
                && !entry.number().isEmpty()
                && services.interaction().get() != null;
    }

    /** Shows the contact of a call, if it has one. */
    void open(HistoryEntry entry) {
        Interaction interaction = services.interaction().get();
        ContactId contact = entry.contact();
        if (interaction != null && contact != null) {
            interaction.open(contact, true);
        }
    }

    /** Lets the user write a contact with the number of a call. */
    void create(HistoryEntry entry) {
        Interaction interaction = services.interaction().get();
        if (interaction != null) {
            interaction.create(entry.number());
        }
    }

    /** Removes an entry, if its call is over. */
    void remove(HistoryEntry entry) {
        HistoryService history = services.history().get();
        if (entry.reason() == null) {
            teller.tell(Messages.cannotRemove, true);
        } else if (history != null) {
            history.delete(entry.id())
                    .thenAccept(done -> display.execute(() -> removed.accept(entry.id())))
                    .exceptionally(failure -> failed(Messages.removeFailed, failure));
        }
    }

    /** Says that something failed, and why. */
    @Nullable
    Void failed(String message, Throwable failure) {
        LOG.warn("{}", message, failure);
        Throwable cause = failure.getCause();
        String why = String.valueOf((cause == null ? failure : cause).getMessage());
        display.execute(() -> teller.tell(NLS.bind(message, why), true));
        return null;
    }
}
