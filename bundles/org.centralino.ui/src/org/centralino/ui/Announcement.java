/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui;

import org.centralino.ui.internal.Platform;
import org.eclipse.swt.widgets.Control;

/** Lets a screen reader say what happened without moving the focus. Display thread only. */
public final class Announcement {

    private Announcement() {}

    /** Says {@code text}, on behalf of {@code control}; does nothing where the platform has no way for it. */
    public static void say(Control control, String text) {
        Platform.get().announce(control, text);
    }
}
