/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.directory.internal;

import java.util.List;
import org.centralino.directory.SearchQuery.Scope;
import org.centralino.directory.SourceStatus;
import org.eclipse.osgi.util.NLS;

/** What to say, and to do, where there is nobody to show. */
final class Empties {

    private static final int LONGEST = 40;

    private Empties() {}

    /**
     * @param running whether there is a directory at all
     * @param canCreate whether contacts can be written
     */
    static ListView.Empty of(String text, Scope scope, boolean running, List<SourceStatus> sources, boolean canCreate) {
        int contacts = sources.stream().mapToInt(SourceStatus::contacts).sum();
        boolean reading = sources.stream().anyMatch(s -> s.state() == SourceStatus.State.LOADING);
        boolean failed = sources.stream().anyMatch(s -> s.state() == SourceStatus.State.FAILED);
        String typed = text.strip();
        if (!typed.isEmpty()) {
            String shown = typed.length() > LONGEST ? typed.substring(0, LONGEST - 1) + "\u2026" : typed;
            String number = Typed.isNumber(typed) ? typed : "";
            String title = NLS.bind(Messages.nobodyFound, Words.within(shown));
            String detail = reading ? Messages.stillReading : failed ? Messages.sourceIsDown : "";
            if (detail.isEmpty()) {
                detail = !number.isEmpty()
                        ? Messages.nobodyHasIt
                        : scope == Scope.ALL ? Messages.tryOtherwise : Messages.tryAll;
            }
            return new ListView.Empty(title, detail, number, canCreate, reading || failed);
        }
        if (!running) {
            return new ListView.Empty(Messages.opening, "", "", false, false);
        }
        if (scope == Scope.FAVOURITES) {
            return new ListView.Empty(Messages.noFavourites, Messages.noFavouritesYet, "", false, false);
        }
        if (contacts > 0) {
            return new ListView.Empty(Messages.nobodyHere, "", "", canCreate, true);
        }
        if (reading) {
            return new ListView.Empty(Messages.reading, Messages.readingMore, "", false, true);
        }
        return new ListView.Empty(
                Messages.noContacts, failed ? Messages.sourceIsDown : Messages.noContactsYet, "", canCreate, true);
    }
}
