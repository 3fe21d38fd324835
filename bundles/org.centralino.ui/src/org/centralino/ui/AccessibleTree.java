/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui;

import org.centralino.ui.internal.Platform;
import org.eclipse.swt.widgets.Display;

/** The accessibility tree of a display as a whole. */
public final class AccessibleTree {

    private AccessibleTree() {}

    /**
     * Makes it safe for a screen reader to go on asking about controls that are disposed. To be called on the display's
     * thread, once, before its first window.
     */
    public static void guard(Display display) {
        Platform.get().guardDisposed(display);
    }
}
