/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.device;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import org.centralino.media.SoundGraph;
import org.centralino.media.libjitsi.internal.device.AudioBackend.Direction;
import org.centralino.media.libjitsi.internal.device.LibPulse.BufferAttr;
import org.centralino.media.libjitsi.internal.device.LibPulse.SampleSpec;
import org.eclipse.jdt.annotation.Nullable;

/**
 * A stream to or from PulseAudio. The connection is worked by the thread that moves the frames; PulseAudio's simple API
 * has a thread of its own for that, which wakes with every frame as well.
 */
final class PulseStream implements AudioDevice {

    private static final int FRAME_BYTES = 2 * SoundGraph.FRAME;
    private static final int MS_BYTES = FRAME_BYTES / 10;

    private final boolean capture;
    private final Memory frameMemory = new Memory(FRAME_BYTES);
    /** Where the library writes the address and the length of what it has. */
    private final Memory piece = new Memory(16);

    private final Pointer pieceLength = piece.share(Long.BYTES);
    private final PlaybackReserve reserve = new PlaybackReserve();
    private int reserveMs = PlaybackReserve.LEAST_MS;

    private final Pointer loop;
    private final Pointer context;
    private @Nullable Pointer stream;
    /** What the server gave beyond a frame, or before a whole one. */
    private short[] rest = new short[SoundGraph.FRAME];

    private int restCount;

    /**
     * Connects, for as long as the server takes.
     *
     * @param server null for the user's own
     */
    PulseStream(@Nullable String server, Direction direction, String device, String purpose) throws IOException {
        capture = direction == Direction.CAPTURE;
        loop = LibPulse.pa_mainloop_new();
        context = LibPulse.pa_context_new(LibPulse.pa_mainloop_get_api(loop), "Centralino");
        boolean ready = false;
        try {
            connect(server, device, purpose);
            ready = true;
        } finally {
            if (!ready) {
                close();
            }
        }
    }

    private void connect(@Nullable String server, String device, String purpose) throws IOException {
        check(LibPulse.pa_context_connect(context, server, 0, null) >= 0);
        iterateUntil(() -> LibPulse.pa_context_get_state(context) >= LibPulse.READY);
        check(LibPulse.pa_context_get_state(context) == LibPulse.READY);
        SampleSpec spec = new SampleSpec();
        spec.format = LibPulse.SAMPLE_S16LE;
        spec.rate = SoundGraph.RATE;
        spec.channels = 1;
        Pointer made = LibPulse.pa_stream_new(context, purpose, spec, null);
        check(made != null);
        stream = made;
        if (capture) {
            BufferAttr attributes = new BufferAttr();
            attributes.fragsize = FRAME_BYTES;
            check(LibPulse.pa_stream_connect_record(made, device, attributes, LibPulse.ADJUST_LATENCY) >= 0);
        } else {
            check(LibPulse.pa_stream_connect_playback(
                            made, device, playback(reserveMs), LibPulse.ADJUST_LATENCY, null, null)
                    >= 0);
        }
        iterateUntil(() -> LibPulse.pa_stream_get_state(made) >= LibPulse.STREAM_READY);
        check(LibPulse.pa_stream_get_state(made) == LibPulse.STREAM_READY);
    }

    private static BufferAttr playback(int reserveMs) {
        BufferAttr attributes = new BufferAttr();
        attributes.tlength = reserveMs * MS_BYTES;
        attributes.minreq = FRAME_BYTES / 2;
        attributes.prebuf = FRAME_BYTES;
        return attributes;
    }

    @Override
    public void transfer(short[] frame) throws IOException {
        Pointer open = stream;
        if (open == null) {
            throw new IOException("PulseAudio stream is closed");
        }
        if (capture) {
            read(open, frame);
        } else {
            write(open, frame);
        }
    }

    private void read(Pointer open, short[] frame) throws IOException {
        while (restCount < frame.length) {
            iterateUntil(() -> LibPulse.pa_stream_readable_size(open) != 0);
            check(LibPulse.pa_stream_readable_size(open) > 0 && LibPulse.pa_stream_peek(open, piece, pieceLength) >= 0);
            int count = (int) (piece.getLong(Long.BYTES) / Short.BYTES);
            if (restCount + count > rest.length) {
                rest = Arrays.copyOf(rest, restCount + count);
            }
            Pointer data = piece.getPointer(0);
            if (data == null) {
                // A hole: the server has dropped something.
                Arrays.fill(rest, restCount, restCount + count, (short) 0);
            } else {
                data.read(0, rest, restCount, count);
            }
            restCount += count;
            check(LibPulse.pa_stream_drop(open) >= 0);
        }
        System.arraycopy(rest, 0, frame, 0, frame.length);
        restCount -= frame.length;
        System.arraycopy(rest, frame.length, rest, 0, restCount);
    }

    private void write(Pointer open, short[] frame) throws IOException {
        // What came since the last frame: room, word that the sound ran out, or the end.
        flush();
        adapt(open);
        iterateUntil(() -> {
            long room = LibPulse.pa_stream_writable_size(open);
            return room < 0 || room >= FRAME_BYTES;
        });
        check(LibPulse.pa_stream_writable_size(open) >= 0);
        frameMemory.write(0, frame, 0, frame.length);
        check(LibPulse.pa_stream_write(open, frameMemory, FRAME_BYTES, null, 0, LibPulse.SEEK_RELATIVE) >= 0);
        flush();
    }

    private void adapt(Pointer open) {
        int wanted = reserve.before(LibPulse.pa_stream_get_underflow_index(open), System.nanoTime());
        if (wanted != reserveMs) {
            reserveMs = wanted;
            Pointer operation = LibPulse.pa_stream_set_buffer_attr(open, playback(wanted), null, null);
            if (operation != null) {
                LibPulse.pa_operation_unref(operation);
            }
        }
    }

    private void flush() throws IOException {
        int done = LibPulse.pa_mainloop_iterate(loop, 0, null);
        while (done > 0) {
            done = LibPulse.pa_mainloop_iterate(loop, 0, null);
        }
        check(done == 0);
    }

    private void iterateUntil(BooleanSupplier condition) throws IOException {
        while (!condition.getAsBoolean()) {
            check(LibPulse.pa_mainloop_iterate(loop, 1, null) >= 0);
        }
    }

    private void check(boolean fine) throws IOException {
        if (!fine) {
            throw new IOException("PulseAudio stream is gone, error " + LibPulse.pa_context_errno(context));
        }
    }

    @Override
    public void close() {
        Pointer open = stream;
        stream = null;
        if (open != null) {
            LibPulse.pa_stream_disconnect(open);
            LibPulse.pa_stream_unref(open);
        }
        LibPulse.pa_context_disconnect(context);
        LibPulse.pa_context_unref(context);
        LibPulse.pa_mainloop_free(loop);
    }
}
