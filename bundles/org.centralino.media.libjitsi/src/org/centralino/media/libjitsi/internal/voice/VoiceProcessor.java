/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.voice;

import dev.onvoid.webrtc.media.audio.AudioProcessing;
import dev.onvoid.webrtc.media.audio.AudioProcessingConfig;
import dev.onvoid.webrtc.media.audio.AudioProcessingStreamConfig;
import org.centralino.media.Enhancement;
import org.centralino.media.SoundGraph;

/**
 * WebRTC's audio processing of one microphone beside one speaker, a frame of the sound graph at a time. The echo
 * canceller holds the sound back by 8 ms, noise suppression by 6, the filter bank they share by 1. A frame takes some
 * 0.1 ms, another {@link #enhance} some 0.5 ms. The lock is for {@link #close} alone: all else is one thread's.
 */
final class VoiceProcessor implements AutoCloseable {

    /** What lies between a frame for the speaker and its echo, about; the canceller finds out the rest by itself. */
    private static final int ECHO_DELAY_MS = 60;
    /** WebRTC's own 15 and 50 make a voice of ordinary loudness shout for its first seconds, and hiss of silence. */
    private static final float FIRST_GAIN_DB = 6;

    private static final float MOST_GAIN_DB = 30;

    private final AudioProcessing webrtc;
    private final AudioProcessingStreamConfig format = new AudioProcessingStreamConfig(SoundGraph.RATE, 1);
    private final byte[] in = new byte[2 * SoundGraph.FRAME];
    private final byte[] out = new byte[2 * SoundGraph.FRAME];
    private boolean closed;

    /**
     * Loads WebRTC the first time, which takes a while.
     *
     * @throws RuntimeException or LinkageError where it is not installed, or lacks a library of the system
     */
    VoiceProcessor(Enhancement enhancement) {
        webrtc = new AudioProcessing();
        enhance(enhancement);
    }

    synchronized void enhance(Enhancement enhancement) {
        if (closed) {
            return;
        }
        AudioProcessingConfig config = new AudioProcessingConfig();
        config.highPassFilter.enabled = true;
        config.echoCanceller.enabled = enhancement.echoCancelled();
        config.echoCanceller.enforceHighPassFiltering = true;
        config.noiseSuppression.enabled = enhancement.noiseSuppressed();
        config.noiseSuppression.level = AudioProcessingConfig.NoiseSuppression.Level.MODERATE;
        config.gainControl.enabled = enhancement.gainControlled();
        config.gainControl.adaptiveDigital.enabled = enhancement.gainControlled();
        config.gainControl.adaptiveDigital.initialGainDb = FIRST_GAIN_DB;
        config.gainControl.adaptiveDigital.maxGainDb = MOST_GAIN_DB;
        webrtc.applyConfig(config);
    }

    /** What the speaker is about to play. */
    synchronized void heard(short[] frame) {
        if (!closed) {
            pack(frame);
            webrtc.processReverseStream(in, format, format, out);
        }
    }

    /** Cleans what the microphone took. */
    synchronized void clean(short[] frame) {
        if (closed) {
            return;
        }
        pack(frame);
        webrtc.setStreamDelayMs(ECHO_DELAY_MS);
        if (webrtc.processStream(in, format, format, out) == 0) {
            for (int i = 0; i < frame.length; i++) {
                frame[i] = (short) (out[2 * i] & 0xFF | out[2 * i + 1] << 8);
            }
        }
    }

    private void pack(short[] frame) {
        for (int i = 0; i < frame.length; i++) {
            in[2 * i] = (byte) frame[i];
            in[2 * i + 1] = (byte) (frame[i] >> 8);
        }
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            webrtc.dispose();
        }
    }
}
