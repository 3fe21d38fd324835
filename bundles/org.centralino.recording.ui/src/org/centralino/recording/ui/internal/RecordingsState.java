/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.recording.ui.internal;

import java.util.List;
import org.centralino.recording.Recording;
import org.eclipse.jdt.annotation.Nullable;

/**
 * What a list of recordings shows. Immutable, but for the player.
 *
 * @param recordings newest first
 * @param loaded whether that is known yet
 * @param more whether there may be others
 * @param player the one that is listened to; null: none is
 * @param canDelete whether that one may be deleted by the user
 * @param asking whether the user is asked if it is to be deleted
 * @param note what is to be said; may be empty
 * @param problem whether that is something that went wrong
 */
record RecordingsState(
        List<Recording> recordings,
        boolean loaded,
        boolean more,
        @Nullable Player player,
        boolean canDelete,
        boolean asking,
        String note,
        boolean problem) {

    RecordingsState {
        recordings = List.copyOf(recordings);
    }
}
