/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.practice.extension;

import java.time.Duration;
import org.centralino.practice.media.Music;

/** Numbers of the outside world: they ring for a while, then music answers. Nothing leaves the machine. */
final class OutsideLine implements Extension {
    private static final Duration RINGING = Duration.ofSeconds(2);

    @Override
    public void called(ExtensionCall call) {
        call.ring();
        call.after(RINGING, call::answer);
    }

    @Override
    public void connected(ExtensionCall call) {
        call.play(new Music());
    }
}
