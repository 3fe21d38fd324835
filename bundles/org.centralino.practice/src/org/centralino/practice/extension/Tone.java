/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.practice.extension;

import org.centralino.practice.media.Tones;

/** 609: 1 kHz at 12 dB below full scale; what the exchange hears meanwhile is in the call's report. */
final class Tone implements Extension {
    private static final double LEVEL_DB = -12;
    private static final int HZ = 1000;

    @Override
    public void connected(ExtensionCall call) {
        call.play(Tones.steady(LEVEL_DB, HZ));
    }
}
