/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.callcontrol.internal;

import org.centralino.telephony.Call;

/**
 * What the strip shows. Immutable.
 *
 * @param clock how long the call lasts, or has lasted
 * @param answered whether the clock counts a conversation
 */
record StripView(
        Call call, String name, String number, String state, Tone tone, String clock, boolean answered, String codec) {

    /** How the state looks; the word says it too. */
    enum Tone {
        /** Being set up. */
        CALM,
        /** In conversation. */
        UP,
        /** Held, by whichever side. */
        HELD,
        /** Over. */
        OVER,
        /** Over, and not as it should be. */
        FAILED
    }

    boolean isOver() {
        return tone == Tone.OVER || tone == Tone.FAILED;
    }
}
