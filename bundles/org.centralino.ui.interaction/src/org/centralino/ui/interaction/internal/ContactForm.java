/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.interaction.internal;

import org.centralino.directory.ContactId;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;

/**
 * The form in which a contact is written, while it is open: what it began with, what is in it now, and who is shown after it.
 * Display thread only.
 */
final class ContactForm {

    private @Nullable ContactDraft begun;
    private @Nullable ContactDraft typed;
    private @Nullable ContactId next;
    private boolean warned;
    private boolean saving;
    private int opening;

    void open(ContactDraft draft) {
        begun = draft;
        typed = null;
        warned = false;
        opening++;
    }

    void close() {
        begun = null;
        typed = null;
        warned = false;
        saving = false;
    }

    boolean isOpen() {
        return begun != null;
    }

    /** Whether something would be lost with it. */
    boolean isUnsaved() {
        ContactDraft before = begun;
        ContactDraft now = typed;
        return before != null && now != null && !now.equals(before);
    }

    /** It has this in it now. */
    void typed(ContactDraft draft) {
        typed = draft;
        warned = false;
    }

    /** This is to be saved. */
    void submitted(ContactDraft draft) {
        typed = draft;
    }

    boolean isSaving() {
        return saving;
    }

    void setSaving(boolean now) {
        saving = now;
    }

    /** Somebody asks for it to be taken away. @return whether it may be: what was typed in it is lost only when asked twice */
    boolean mayGo() {
        boolean asked = warned;
        warned = true;
        return asked || !isUnsaved();
    }

    /** Somebody is to be shown once it is gone. */
    void setNext(ContactId wanted) {
        next = wanted;
    }

    /** Who is to be shown now that it is gone; null: nobody in particular. */
    @Nullable
    ContactId takeNext() {
        ContactId wanted = next;
        next = null;
        return wanted;
    }

    /** What there is to see of it; null where it is not open. */
    ContactView.@Nullable Form view(String message) {
        ContactDraft draft = begun;
        if (draft == null) {
            return null;
        }
        boolean fresh = draft.id().key().isEmpty();
        String title = fresh ? Messages.newContact : NLS.bind(Messages.editContact, draft.name());
        return new ContactView.Form(opening, draft, Words.plain(title), message, saving);
    }
}
