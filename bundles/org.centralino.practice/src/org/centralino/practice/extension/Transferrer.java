/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.practice.extension;

import java.time.Duration;
import org.centralino.practice.media.Tones;

/** 607: greets, then asks the caller to call the music instead. */
final class Transferrer implements Extension {
    private static final Duration GREETING = Duration.ofMillis(1500);
    private static final String TARGET = "602";

    @Override
    public void connected(ExtensionCall call) {
        call.play(Tones.beep());
        call.after(GREETING, () -> call.refer(TARGET));
    }

    @Override
    public void transferProgress(ExtensionCall call, int status) {
        if (status >= 300) {
            // A falling third: the transfer failed, the call stays.
            call.play(new Tones().tone(0.3, -18, 392).tone(0.5, -18, 311));
        } else if (status >= 200) {
            call.hangUp();
        }
    }
}
