/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.interop;

import java.util.Arrays;
import java.util.Objects;
import org.centralino.media.FrameSource;
import org.centralino.media.SoundGraph;
import org.centralino.testbench.Wav;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/**
 * Our own music on hold, to be found by {@code Correlation} in what a held party heard. It is nothing that the telephony
 * services give away, so it is taken from inside their bundle.
 */
final class HoldMusic {

    private static final String TELEPHONY = "org.centralino.telephony.sip";
    private static final String TYPE = TELEPHONY + ".internal.sound.MusicOnHold";

    private HoldMusic() {}

    /** Its first seconds, as every held party hears them. */
    static Wav first(double seconds) {
        float[] samples = new float[(int) (seconds * 100) * SoundGraph.FRAME];
        short[] frame = new short[SoundGraph.FRAME];
        FrameSource music = start();
        for (int at = 0; at < samples.length; at += frame.length) {
            music.read(frame);
            for (int i = 0; i < frame.length; i++) {
                samples[at + i] = frame[i] / 32768f;
            }
        }
        return new Wav(samples, SoundGraph.RATE);
    }

    private static FrameSource start() {
        try {
            Bundle[] all =
                    FrameworkUtil.getBundle(HoldMusic.class).getBundleContext().getBundles();
            Bundle telephony = Arrays.stream(all)
                    .filter(bundle -> TELEPHONY.equals(bundle.getSymbolicName()))
                    .findAny()
                    .orElseThrow();
            Class<?> type = telephony.loadClass(TYPE);
            Object music = type.getConstructor().newInstance();
            return (FrameSource) Objects.requireNonNull(type.getMethod("start").invoke(music));
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("the telephony bundle has its music elsewhere now", e);
        }
    }
}
