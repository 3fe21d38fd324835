/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory;

import java.util.List;

/**
 * A contact that was found. Immutable.
 *
 * @param contact who
 * @param how the strongest reason
 * @param highlights the parts of {@link Contact#name()} that match what was typed, in order, not overlapping
 * @param phone the number that was found; the default one where a name was, an empty number where there is none at all
 * @param favourite whether the user pinned it
 */
public record Match(Contact contact, How how, List<Span> highlights, String phone, boolean favourite) {

    /** Reasons, strongest first. */
    public enum How {
        EXACT,
        PREFIX,
        WORDS,
        NUMBER,
        DIALPAD,
        TYPING_ERROR,
        SOUNDS_ALIKE,
        /** Nothing was typed: favourites, people often called, then everybody by name. */
        LISTED
    }

    /** Characters from {@code start} up to, without, {@code end}. */
    public record Span(int start, int end) {}

    public Match {
        highlights = List.copyOf(highlights);
    }
}
