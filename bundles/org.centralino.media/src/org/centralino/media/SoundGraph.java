/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Nodes joined by edges that carry frames of 10 ms at 48 kHz, mono, 16 bit. A node with several edges in hears their sum
 * with headroom. Changing edges is atomic between two frames, never rebuilds a stream and never waits. Methods may be called on
 * any thread; a node of another graph, or one that was removed, is no error: nothing happens.
 */
@ProviderType
public interface SoundGraph {

    /** Samples per second. */
    int RATE = 48_000;

    /** Samples in one frame. */
    int FRAME = RATE / 100;

    /** The microphone in use; silence while there is no device. */
    SoundNode microphone();

    /** The speaker or headset in use; sound is dropped while there is no device. */
    SoundNode speaker();

    /** The device that rings; the speaker where no other is chosen. */
    SoundNode ringer();

    /**
     * A node that gives what {@code source} writes, for tones and music; to be removed by who made it.
     *
     * @param name for logs; need not be unique
     */
    SoundNode source(String name, FrameSource source);

    /**
     * A node that hands what it hears to {@code sink}, for meters and recorders; to be removed by who made it.
     *
     * @param name for logs; need not be unique
     */
    SoundNode sink(String name, FrameSink sink);

    /** Joins {@code from}, which gives sound, to {@code to}, which takes it; does nothing when they are joined already. */
    void connect(SoundNode from, SoundNode to);

    /** Parts them; does nothing when they are not joined. */
    void disconnect(SoundNode from, SoundNode to);

    /** Removes a node of {@link #source} or {@link #sink} with all its edges. */
    void remove(SoundNode node);

    /** Whether a capture and a playback device are open now. */
    Devices devices();

    /**
     * Which devices are open.
     *
     * @param capture name of the microphone's device, empty when there is none
     * @param playback name of the speaker's device, empty when there is none
     */
    record Devices(String capture, String playback) {}
}
