/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.practice.extension;

import java.time.Duration;
import java.util.Map;
import java.util.WeakHashMap;
import org.centralino.practice.media.Tones;
import org.eclipse.jdt.annotation.Nullable;

/** 601: greets with three notes and reads back the digits it is given, as tones, after # or a pause. */
final class VoiceMenu implements Extension {
    private static final Duration PAUSE = Duration.ofMillis(1500);

    private final Map<ExtensionCall, @Nullable String> entered = new WeakHashMap<>();

    @Override
    public void connected(ExtensionCall call) {
        call.play(new Tones().tone(0.2, -18, 523).tone(0.2, -18, 659).tone(0.3, -18, 784));
    }

    @Override
    public void digit(ExtensionCall call, char digit) {
        String before = entered.get(call);
        String digits = (before == null ? "" : before) + digit;
        entered.put(call, digits);
        if (digit == '#') {
            readBack(call, digits);
        } else {
            call.after(PAUSE, () -> readBack(call, digits));
        }
    }

    private void readBack(ExtensionCall call, String digits) {
        // More digits may have come meanwhile: they brought a later reading of their own.
        if (entered.remove(call, digits)) {
            call.play(Tones.digits(digits));
        }
    }
}
