/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.interaction.internal;

import java.util.List;
import org.centralino.directory.Contact;
import org.eclipse.jdt.annotation.Nullable;

/** What the view shows. Immutable. */
sealed interface ContactView {

    /**
     * Nobody.
     *
     * @param title what there is to say
     * @param hint what to do
     * @param undo whether what was deleted can be had back
     */
    record Nobody(String title, String hint, boolean undo) implements ContactView {}

    /** Somebody who is not there yet. */
    record Loading() implements ContactView {}

    /**
     * Somebody.
     *
     * @param subtitle title and organisation; may be empty
     * @param origin which source it is from, and how old that is where the source is down; may be empty
     * @param stale whether the source is down
     * @param own whether it can be changed
     * @param message what just failed; may be empty
     */
    record Somebody(
            Contact contact,
            String subtitle,
            String origin,
            boolean stale,
            boolean own,
            boolean favourite,
            @Nullable Photo photo,
            List<ActionFace> actions,
            String message)
            implements ContactView {}

    /**
     * The form.
     *
     * @param opening another number each time it is opened: the form keeps what was typed while this stays the same
     * @param draft what it begins with
     * @param message what is wrong with it as a whole; may be empty
     * @param saving whether it is being saved
     */
    record Form(int opening, ContactDraft draft, String title, String message, boolean saving) implements ContactView {}
}
