/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.device;

import com.sun.jna.Callback;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.centralino.media.libjitsi.internal.device.AudioBackend.Direction;
import org.eclipse.jdt.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks PulseAudio what the default devices are called; a plain word when it does not say. */
final class PulseNames {

    private static final Logger LOG = LoggerFactory.getLogger(PulseNames.class);
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(1);
    private static final int READY = 4;
    /** Autospawning a server to ask it for a name would be too much. */
    private static final int NO_AUTOSPAWN = 1;
    /** Offsets in pa_server_info: four pointers, a sample spec of twelve bytes, then the names. */
    private static final long DEFAULT_SINK = 48;

    private static final long DEFAULT_SOURCE = 56;
    /** In pa_sink_info and pa_source_info: a name, an index, a description. */
    private static final long DESCRIPTION = 16;

    /** The part of PulseAudio's asynchronous API that is needed; names as in pulse/introspect.h. */
    interface Pulse extends Library {

        interface ServerInfo extends Callback {
            void invoke(Pointer context, @Nullable Pointer info, @Nullable Pointer data);
        }

        interface DeviceInfo extends Callback {
            void invoke(Pointer context, @Nullable Pointer info, int endOfList, @Nullable Pointer data);
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

        @Nullable
        Pointer pa_context_get_server_info(Pointer context, ServerInfo callback, @Nullable Pointer data);

        @Nullable
        Pointer pa_context_get_sink_info_by_name(
                Pointer context, String name, DeviceInfo callback, @Nullable Pointer data);

        @Nullable
        Pointer pa_context_get_source_info_by_name(
                Pointer context, String name, DeviceInfo callback, @Nullable Pointer data);

        void pa_operation_unref(Pointer operation);
    }

    private final @Nullable String server;
    private @Nullable String found;
    private boolean answered;

    PulseNames(@Nullable String server) {
        this.server = server;
    }

    /** The default device's description. Waits for the server, a second at most. */
    synchronized String of(Direction direction) {
        String plain = direction == Direction.CAPTURE ? "Microphone" : "Speaker";
        if (Native.POINTER_SIZE != Long.BYTES) {
            return plain;
        }
        try {
            String name = ask(Native.load("libpulse.so.0", Pulse.class), direction);
            return name == null || name.isBlank() ? plain : name;
        } catch (UnsatisfiedLinkError e) {
            LOG.debug("PulseAudio does not tell names: {}", e.toString());
            return plain;
        }
    }

    private @Nullable String ask(Pulse pulse, Direction direction) {
        Pointer loop = pulse.pa_mainloop_new();
        Pointer context = pulse.pa_context_new(pulse.pa_mainloop_get_api(loop), "Centralino");
        try {
            if (pulse.pa_context_connect(context, server, NO_AUTOSPAWN, null) < 0
                    || !iterate(pulse, loop, () -> isSettled(pulse, context))
                    || pulse.pa_context_get_state(context) != READY) {
                return null;
            }
            String device = await(pulse, loop, serverQuery(pulse, context, direction));
            return device == null ? null : await(pulse, loop, deviceQuery(pulse, context, direction, device));
        } finally {
            pulse.pa_context_disconnect(context);
            pulse.pa_context_unref(context);
            pulse.pa_mainloop_free(loop);
        }
    }

    /** An operation under way and the callback it needs until it ends. */
    private record Query(@Nullable Pointer operation, Callback callback) {}

    private Query serverQuery(Pulse pulse, Pointer context, Direction direction) {
        Pulse.ServerInfo callback = (c, info, data) -> {
            long offset = direction == Direction.CAPTURE ? DEFAULT_SOURCE : DEFAULT_SINK;
            found = info == null ? null : string(info, offset);
            answered = true;
        };
        answered = false;
        found = null;
        return new Query(pulse.pa_context_get_server_info(context, callback, null), callback);
    }

    private Query deviceQuery(Pulse pulse, Pointer context, Direction direction, String device) {
        Pulse.DeviceInfo callback = (c, info, end, data) -> {
            if (info != null && end == 0) {
                found = string(info, DESCRIPTION);
            }
            answered = true;
        };
        answered = false;
        found = null;
        Pointer operation = direction == Direction.CAPTURE
                ? pulse.pa_context_get_source_info_by_name(context, device, callback, null)
                : pulse.pa_context_get_sink_info_by_name(context, device, callback, null);
        return new Query(operation, callback);
    }

    private @Nullable String await(Pulse pulse, Pointer loop, Query query) {
        Pointer operation = query.operation();
        if (operation == null) {
            return null;
        }
        iterate(pulse, loop, () -> answered);
        pulse.pa_operation_unref(operation);
        return found;
    }

    private static @Nullable String string(Pointer structure, long offset) {
        Pointer text = structure.getPointer(offset);
        return text == null ? null : text.getString(0, "UTF-8");
    }

    private static boolean isSettled(Pulse pulse, Pointer context) {
        return pulse.pa_context_get_state(context) >= READY;
    }

    private static boolean iterate(Pulse pulse, Pointer loop, BooleanSupplier until) {
        long deadline = System.nanoTime() + PATIENCE;
        while (!until.getAsBoolean()) {
            if (System.nanoTime() - deadline > 0
                    || pulse.pa_mainloop_prepare(loop, 100_000) < 0
                    || pulse.pa_mainloop_poll(loop) < 0
                    || pulse.pa_mainloop_dispatch(loop) < 0) {
                return false;
            }
        }
        return true;
    }
}
