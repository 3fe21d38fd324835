/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.callcontrol.internal;

import java.net.URL;
import org.centralino.ui.callcontrol.CallAction;
import org.eclipse.jdt.annotation.Nullable;

/** A sound entry of the extension point {@code org.centralino.ui.callcontrol.actions}. */
record ActionEntry(
        String id,
        int order,
        String label,
        String labelOn,
        String caption,
        String captionOn,
        @Nullable URL icon,
        @Nullable URL iconOn,
        Tone tone,
        boolean toggle,
        boolean whileHeld,
        @Nullable String command,
        CallAction handler) {

    /** From this order on buttons stand at the right end. */
    private static final int RIGHT = 500;

    /** Which colour it takes. */
    enum Tone {
        NORMAL,
        RECORD,
        RED
    }

    boolean atRight() {
        return order >= RIGHT;
    }
}
