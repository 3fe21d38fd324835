/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.history;

import java.net.URL;
import org.centralino.history.HistoryEntry;
import org.eclipse.swt.widgets.Control;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Whiteboard service: something more that can be done with a past call. The first one that is for a call has a button in its
 * row, all of them are in its menu. Called on the display thread, where not said otherwise, and returns at once; one that
 * throws is named in the log once and not asked again.
 */
@ConsumerType
public interface EntryAction {

    /** Unique; begins with the name of the contributing bundle. */
    String id();

    /** Place among the others. */
    int order();

    /** What the button says, localised; one short word. */
    String caption();

    /** SVG in one colour. */
    URL icon();

    /** Accessible name of the button for this call, and the item of its menu, localised; empty: it is not for this call. */
    String name(HistoryEntry entry);

    /** Does it. {@code row} is where it was asked for. */
    void run(HistoryEntry entry, Control row);

    /** {@code changed} may be run on any thread, whenever {@link #name} says something else of a call than before. */
    void addListener(Runnable changed);

    void removeListener(Runnable changed);
}
