/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.device;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import java.io.IOException;
import java.util.function.Consumer;
import org.centralino.media.SoundGraph;
import org.centralino.media.libjitsi.internal.device.PulseSimple.BufferAttr;
import org.centralino.media.libjitsi.internal.device.PulseSimple.SampleSpec;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/** PulseAudio (or PipeWire in its place) through the client library of the system, which may be missing. */
final class PulseBackend implements AudioBackend {

    private static final int FRAME_BYTES = 2 * SoundGraph.FRAME;
    /** Frames that wait in the server, so that neither side has to be on time to the millisecond. */
    private static final int PLAYBACK_FRAMES = 2;

    private final @Nullable String server;
    private @Nullable PulseSimple library;
    private @Nullable PulseWatch watch;

    /**
     * @param server where the server is, null for the user's own (PULSE_SERVER, or the session's)
     */
    PulseBackend(@Nullable String server) {
        this.server = server;
    }

    @Override
    @NonNullByDefault({})
    public synchronized void watch(Consumer<Listing> told) {
        PulseWatch begun = new PulseWatch(server, told);
        watch = begun;
        begun.start();
    }

    @Override
    public synchronized void close() {
        PulseWatch begun = watch;
        if (begun != null) {
            begun.close();
        }
    }

    @Override
    public AudioDevice open(Direction direction, String id, String purpose) throws IOException {
        PulseSimple pulse = library();
        boolean capture = direction == Direction.CAPTURE;
        SampleSpec spec = new SampleSpec();
        spec.format = PulseSimple.SAMPLE_S16LE;
        spec.rate = SoundGraph.RATE;
        spec.channels = 1;
        BufferAttr attributes = new BufferAttr();
        if (capture) {
            attributes.fragsize = FRAME_BYTES;
        } else {
            attributes.tlength = PLAYBACK_FRAMES * FRAME_BYTES;
            attributes.minreq = FRAME_BYTES / 2;
            attributes.prebuf = FRAME_BYTES;
        }
        IntByReference error = new IntByReference();
        int way = capture ? PulseSimple.STREAM_RECORD : PulseSimple.STREAM_PLAYBACK;
        Pointer connection = pulse.pa_simple_new(server, "Centralino", way, id, purpose, spec, null, attributes, error);
        if (connection == null) {
            throw new IOException("PulseAudio refuses, error " + error.getValue());
        }
        return new Stream(pulse, connection, capture);
    }

    private synchronized PulseSimple library() throws IOException {
        PulseSimple loaded = library;
        if (loaded == null) {
            try {
                loaded = Native.load("pulse-simple", PulseSimple.class);
            } catch (UnsatisfiedLinkError e) {
                // Debian's name without the development package.
                loaded = loadVersioned(e);
            }
            library = loaded;
        }
        return loaded;
    }

    private static PulseSimple loadVersioned(UnsatisfiedLinkError cause) throws IOException {
        try {
            return Native.load("libpulse-simple.so.0", PulseSimple.class);
        } catch (UnsatisfiedLinkError e) {
            throw new IOException("No PulseAudio client library", cause);
        }
    }

    private record Stream(PulseSimple pulse, Pointer connection, boolean capture, byte[] bytes, IntByReference error)
            implements AudioDevice {

        Stream(PulseSimple pulse, Pointer connection, boolean capture) {
            this(pulse, connection, capture, new byte[FRAME_BYTES], new IntByReference());
        }

        @Override
        public void transfer(short[] frame) throws IOException {
            int result;
            if (capture) {
                result = pulse.pa_simple_read(connection, bytes, bytes.length, error);
                for (int i = 0; i < frame.length; i++) {
                    frame[i] = (short) (bytes[2 * i] & 0xFF | bytes[2 * i + 1] << 8);
                }
            } else {
                for (int i = 0; i < frame.length; i++) {
                    bytes[2 * i] = (byte) frame[i];
                    bytes[2 * i + 1] = (byte) (frame[i] >> 8);
                }
                result = pulse.pa_simple_write(connection, bytes, bytes.length, error);
            }
            if (result < 0) {
                throw new IOException("PulseAudio stream is gone, error " + error.getValue());
            }
        }

        @Override
        public void close() {
            pulse.pa_simple_free(connection);
        }
    }
}
