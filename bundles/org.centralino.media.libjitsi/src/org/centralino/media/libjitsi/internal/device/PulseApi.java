/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.device;

import com.sun.jna.Callback;
import com.sun.jna.Library;
import com.sun.jna.Pointer;
import org.eclipse.jdt.annotation.Nullable;

/**
 * The part of PulseAudio's asynchronous API that is needed; names as in pulse/introspect.h and pulse/subscribe.h. The
 * offsets are those of systems with pointers of eight bytes.
 */
interface PulseApi extends Library {

    int READY = 4;
    int NO_AUTOSPAWN = 1;
    /** Sinks, sources, and the server's own state, which has the defaults. */
    int SUBSCRIPTION = 0x0001 | 0x0002 | 0x0080;

    /** In pa_server_info: four pointers, a sample spec of twelve bytes, then the names. */
    long DEFAULT_SINK = 48;

    long DEFAULT_SOURCE = 56;
    /** In pa_sink_info and pa_source_info: a name, an index, a description. */
    long NAME = 0;

    long DESCRIPTION = 16;
    /** In pa_source_info, after formats, volumes and the index of the same sink. */
    long MONITOR_OF = 312;

    interface ServerInfo extends Callback {
        void invoke(Pointer context, @Nullable Pointer info, @Nullable Pointer data);
    }

    interface DeviceInfo extends Callback {
        void invoke(Pointer context, @Nullable Pointer info, int endOfList, @Nullable Pointer data);
    }

    interface Subscribed extends Callback {
        void invoke(Pointer context, int event, int index, @Nullable Pointer data);
    }

    Pointer pa_mainloop_new();

    Pointer pa_mainloop_get_api(Pointer loop);

    int pa_mainloop_prepare(Pointer loop, int timeoutMicros);

    int pa_mainloop_poll(Pointer loop);

    int pa_mainloop_dispatch(Pointer loop);

    void pa_mainloop_free(Pointer loop);

    Pointer pa_context_new(Pointer api, String name);

    int pa_context_connect(Pointer context, @Nullable String server, int flags, @Nullable Pointer spawn);

    int pa_context_get_state(Pointer context);

    void pa_context_disconnect(Pointer context);

    void pa_context_unref(Pointer context);

    void pa_context_set_subscribe_callback(Pointer context, @Nullable Subscribed callback, @Nullable Pointer data);

    @Nullable
    Pointer pa_context_subscribe(Pointer context, int mask, @Nullable Pointer callback, @Nullable Pointer data);

    @Nullable
    Pointer pa_context_get_server_info(Pointer context, ServerInfo callback, @Nullable Pointer data);

    @Nullable
    Pointer pa_context_get_sink_info_list(Pointer context, DeviceInfo callback, @Nullable Pointer data);

    @Nullable
    Pointer pa_context_get_source_info_list(Pointer context, DeviceInfo callback, @Nullable Pointer data);

    void pa_operation_unref(Pointer operation);
}
