/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.practice.extension;

import java.time.Duration;
import org.centralino.practice.media.Music;
import org.centralino.practice.media.Tones;

/** 606: speaks in short notes, puts the caller on hold with music, comes back, and so on. */
final class Holder implements Extension {
    private static final Duration TALKING = Duration.ofSeconds(2);
    private static final Duration HOLDING = Duration.ofSeconds(6);

    @Override
    public void connected(ExtensionCall call) {
        talk(call);
    }

    private void talk(ExtensionCall call) {
        call.play(new Tones()
                .tone(0.25, -18, 440)
                .pause(0.25)
                .tone(0.25, -18, 554)
                .pause(0.25)
                .tone(0.4, -18, 659));
        call.after(TALKING, () -> hold(call));
    }

    private void hold(ExtensionCall call) {
        call.hold();
        call.play(new Music());
        call.after(HOLDING, () -> resume(call));
    }

    private void resume(ExtensionCall call) {
        call.resume();
        talk(call);
    }
}
