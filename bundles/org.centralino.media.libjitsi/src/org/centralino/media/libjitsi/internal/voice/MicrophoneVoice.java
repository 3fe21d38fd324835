/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.voice;

import java.util.function.BooleanSupplier;
import org.centralino.media.Enhancement;
import org.centralino.media.FrameSink;
import org.centralino.media.FrameSource;
import org.centralino.media.SoundGraph;
import org.eclipse.jdt.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands between the devices and the graph: what the microphone gives is cleaned, with what the speaker gets as the
 * echo to expect. Sound passes as it is until {@link #load} is through, where WebRTC is not installed, while nothing
 * is asked for, and while nobody listens, when nothing is worked out either.
 */
public final class MicrophoneVoice implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MicrophoneVoice.class);
    /** One second, after which the code that runs is the code that will. */
    private static final int REHEARSAL = 100;

    private static final int FAINT = 50;

    private final BooleanSupplier listened;
    private final @Nullable Enhancement fixed;
    private volatile Enhancement wanted;
    private volatile @Nullable VoiceProcessor processor;
    private boolean loading;
    private boolean closed;
    /** The graph's thread's alone, like the two below. */
    private Enhancement applied = Enhancement.FULL;

    private boolean capturing;

    /** @param listened whether anybody would hear the microphone; asked for each frame */
    public MicrophoneVoice(BooleanSupplier listened) {
        this(FixedEnhancement.of(System.getProperty(FixedEnhancement.PROPERTY)), listened);
    }

    /** @param fixed what is done whatever is asked for; null: what is asked for, and all of it to begin with */
    MicrophoneVoice(@Nullable Enhancement fixed, BooleanSupplier listened) {
        this.fixed = fixed;
        this.listened = listened;
        wanted = fixed == null ? Enhancement.FULL : fixed;
    }

    public Enhancement enhancement() {
        return wanted;
    }

    /** From the next frame on, unless {@link FixedEnhancement} says otherwise. */
    public void enhance(Enhancement enhancement) {
        if (fixed == null) {
            wanted = enhancement;
        }
    }

    /** Loads WebRTC and runs it in; once, and not for a thread that is waited for. */
    public void load() {
        synchronized (this) {
            if (loading || closed) {
                return;
            }
            loading = true;
        }
        try {
            VoiceProcessor loaded = new VoiceProcessor(Enhancement.FULL);
            rehearse(loaded);
            synchronized (this) {
                if (closed) {
                    loaded.close();
                } else {
                    processor = loaded;
                }
            }
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("No echo cancellation, noise suppression or gain control: {}", reason(e));
        }
    }

    private static String reason(Throwable failure) {
        Throwable deepest = failure;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return deepest instanceof NullPointerException ? "WebRTC is not installed for this system" : deepest.toString();
    }

    private static void rehearse(VoiceProcessor loaded) {
        short[] frame = new short[SoundGraph.FRAME];
        for (int i = 0; i < REHEARSAL; i++) {
            for (int j = 0; j < frame.length; j++) {
                frame[j] = (short) (j % FAINT);
            }
            loaded.heard(frame);
            loaded.clean(frame);
        }
    }

    /** The microphone as the graph is to have it. */
    public FrameSource microphone(FrameSource device) {
        return frame -> {
            boolean sounds = device.read(frame);
            VoiceProcessor present = processor;
            capturing = sounds && present != null && !wanted.equals(Enhancement.NONE) && listened.getAsBoolean();
            if (capturing && present != null) {
                clean(present, frame);
            }
            return sounds;
        };
    }

    /** The speaker as the graph is to have it. */
    public FrameSink speaker(FrameSink device) {
        return frame -> {
            VoiceProcessor present = processor;
            if (capturing && present != null && applied.echoCancelled()) {
                present.heard(frame);
            }
            device.write(frame);
        };
    }

    private void clean(VoiceProcessor present, short[] frame) {
        Enhancement asked = wanted;
        if (!asked.equals(applied)) {
            applied = asked;
            present.enhance(asked);
        }
        present.clean(frame);
    }

    @Override
    public synchronized void close() {
        closed = true;
        VoiceProcessor last = processor;
        processor = null;
        if (last != null) {
            last.close();
        }
    }
}
