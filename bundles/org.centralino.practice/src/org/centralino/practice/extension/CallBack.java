/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.practice.extension;

import java.time.Duration;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import org.centralino.practice.media.Music;
import org.centralino.practice.media.Tones;

/** 605: confirms with a beep, hangs up, and calls back in three seconds. */
final class CallBack implements Extension {
    private static final Duration CONFIRMATION = Duration.ofMillis(800);
    private static final Duration DELAY = Duration.ofSeconds(3);

    private final Set<ExtensionCall> requests = Collections.newSetFromMap(new WeakHashMap<>());

    @Override
    public void called(ExtensionCall call) {
        requests.add(call);
        call.answer();
    }

    @Override
    public void connected(ExtensionCall call) {
        if (!requests.contains(call)) {
            call.play(new Music());
            return;
        }
        call.play(Tones.beep());
        call.after(CONFIRMATION, call::hangUp);
    }

    @Override
    public void ended(ExtensionCall call) {
        if (requests.remove(call) && call.wasConnected()) {
            call.callBack(DELAY);
        }
    }
}
