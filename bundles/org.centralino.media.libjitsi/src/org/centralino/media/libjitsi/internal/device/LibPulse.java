/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.device;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.Structure;
import com.sun.jna.Structure.FieldOrder;
import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * The functions of PulseAudio's client library that are called with every frame, mapped directly: a call costs a tenth of
 * that through an interface. Names and layout as in pulse/stream.h. A size of -1 is a failure.
 */
@NonNullByDefault({})
final class LibPulse {

    static final int SAMPLE_S16LE = 3;
    static final int UNSET = -1;
    /** The server's own delay is made to fit what is asked for, too. */
    static final int ADJUST_LATENCY = 0x2000;

    static final int READY = 4;
    static final int STREAM_READY = 2;
    static final int SEEK_RELATIVE = 0;

    static {
        Native.register(LibPulse.class, "libpulse.so.0");
    }

    private LibPulse() {}

    /** pa_sample_spec. */
    @FieldOrder({"format", "rate", "channels"})
    public static class SampleSpec extends Structure {
        public int format;
        public int rate;
        public byte channels;
    }

    /** pa_buffer_attr, in bytes. */
    @FieldOrder({"maxlength", "tlength", "prebuf", "minreq", "fragsize"})
    public static class BufferAttr extends Structure {
        public int maxlength = UNSET;
        public int tlength = UNSET;
        public int prebuf = UNSET;
        public int minreq = UNSET;
        public int fragsize = UNSET;
    }

    static native Pointer pa_mainloop_new();

    static native Pointer pa_mainloop_get_api(Pointer loop);

    static native int pa_mainloop_iterate(Pointer loop, int block, Pointer result);

    static native void pa_mainloop_free(Pointer loop);

    static native Pointer pa_context_new(Pointer api, String name);

    static native int pa_context_connect(Pointer context, String server, int flags, Pointer spawn);

    static native int pa_context_get_state(Pointer context);

    static native int pa_context_errno(Pointer context);

    static native void pa_context_disconnect(Pointer context);

    static native void pa_context_unref(Pointer context);

    static native Pointer pa_stream_new(Pointer context, String name, SampleSpec spec, Pointer channelMap);

    static native int pa_stream_connect_record(Pointer stream, String device, BufferAttr attributes, int flags);

    static native int pa_stream_connect_playback(
            Pointer stream, String device, BufferAttr attributes, int flags, Pointer volume, Pointer sync);

    static native int pa_stream_get_state(Pointer stream);

    static native long pa_stream_readable_size(Pointer stream);

    static native int pa_stream_peek(Pointer stream, Pointer data, Pointer bytes);

    static native int pa_stream_drop(Pointer stream);

    static native long pa_stream_writable_size(Pointer stream);

    static native int pa_stream_write(Pointer stream, Pointer data, long bytes, Pointer free, long offset, int seek);

    /** Counts how often a playback stream has run out of sound. */
    static native long pa_stream_get_underflow_index(Pointer stream);

    static native Pointer pa_stream_set_buffer_attr(
            Pointer stream, BufferAttr attributes, Pointer success, Pointer data);

    static native void pa_operation_unref(Pointer operation);

    static native int pa_stream_disconnect(Pointer stream);

    static native void pa_stream_unref(Pointer stream);
}
