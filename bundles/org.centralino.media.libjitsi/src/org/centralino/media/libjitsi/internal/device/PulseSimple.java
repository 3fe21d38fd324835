/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.device;

import com.sun.jna.Library;
import com.sun.jna.Pointer;
import com.sun.jna.Structure;
import com.sun.jna.Structure.FieldOrder;
import com.sun.jna.ptr.IntByReference;
import org.eclipse.jdt.annotation.Nullable;

/** The part of PulseAudio's simple API that is needed; names and layout as in pulse/simple.h. */
interface PulseSimple extends Library {

    int STREAM_PLAYBACK = 1;
    int STREAM_RECORD = 2;
    int SAMPLE_S16LE = 3;
    int UNSET = -1;

    /** pa_sample_spec. */
    @FieldOrder({"format", "rate", "channels"})
    class SampleSpec extends Structure {
        public int format;
        public int rate;
        public byte channels;
    }

    /** pa_buffer_attr, in bytes. */
    @FieldOrder({"maxlength", "tlength", "prebuf", "minreq", "fragsize"})
    class BufferAttr extends Structure {
        public int maxlength = UNSET;
        public int tlength = UNSET;
        public int prebuf = UNSET;
        public int minreq = UNSET;
        public int fragsize = UNSET;
    }

    @Nullable
    Pointer pa_simple_new(
            @Nullable String server,
            String name,
            int direction,
            @Nullable String device,
            String streamName,
            SampleSpec spec,
            @Nullable Pointer channelMap,
            BufferAttr attributes,
            IntByReference error);

    int pa_simple_read(Pointer connection, byte[] data, long bytes, IntByReference error);

    int pa_simple_write(Pointer connection, byte[] data, long bytes, IntByReference error);

    void pa_simple_free(Pointer connection);
}
