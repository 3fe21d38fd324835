/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui;

import java.net.URL;
import java.util.Locale;
import org.eclipse.jdt.annotation.Nullable;

/** Our own icons, drawn on a grid of 24 pixels in {@code currentColor}. */
public enum Icon {
    KEYPAD,
    MICROPHONE,
    MICROPHONE_OFF,
    HANG_UP,
    CALL,
    ANSWER,
    DECLINE,
    SEARCH,
    BACKSPACE,
    HEADSET,
    SPEAKER,
    SPEAKER_OFF,
    WARNING,
    CLOSE,
    BACK_TO_CALL,
    HOLD,
    RESUME,
    TRANSFER,
    PARK,
    CONNECT,
    GEAR,
    PADLOCK,
    SIGNAL_0,
    SIGNAL_1,
    SIGNAL_2,
    SIGNAL_3,
    SIGNAL_4,
    DOT_FREE,
    DOT_RINGING,
    DOT_BUSY,
    DOT_OFF;

    /** Where the SVG lies. */
    public @Nullable URL url() {
        return Icon.class.getResource(
                "/icons/" + name().toLowerCase(Locale.ROOT).replace('_', '-') + ".svg");
    }
}
