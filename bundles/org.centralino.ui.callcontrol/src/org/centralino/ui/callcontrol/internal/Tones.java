/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.callcontrol.internal;

import org.centralino.telephony.Call;
import org.centralino.telephony.CallService;

/** What was typed on the keypad: the tone that sounds, and the digits of the call in the strip. Display thread only. */
final class Tones {

    private static final String MASK = "\u2022";

    private final StringBuilder sent = new StringBuilder();
    private String sentTo = "";
    private String soundsIn = "";

    void down(CallService calls, Call call, char key) {
        up(calls);
        if (!call.id().equals(sentTo)) {
            sentTo = call.id();
            sent.setLength(0);
        }
        sent.append(key);
        soundsIn = call.id();
        calls.startTone(call.id(), key);
    }

    /** Ends it in the call it was started in, whichever is in the strip by now. */
    void up(CallService calls) {
        if (!soundsIn.isEmpty()) {
            calls.stopTone(soundsIn);
            soundsIn = "";
        }
    }

    /** The digits sent in this call, as they may be shown. */
    String shown(Call call, boolean masked) {
        if (!call.id().equals(sentTo)) {
            return "";
        }
        return masked ? MASK.repeat(sent.length()) : sent.toString();
    }
}
