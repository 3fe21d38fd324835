/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.device;

import com.sun.jna.Pointer;
import java.util.ArrayList;
import java.util.List;
import org.centralino.media.SoundDevices.Device;
import org.centralino.media.libjitsi.internal.device.Listing.Monitor;
import org.centralino.media.libjitsi.internal.device.PulseApi.DeviceInfo;
import org.centralino.media.libjitsi.internal.device.PulseApi.ServerInfo;
import org.eclipse.jdt.annotation.Nullable;

/** The three questions to PulseAudio that make a listing. Kept until they are answered, since their callbacks are called. */
final class PulseInquiry {

    private final List<Device> captures = new ArrayList<>();
    private final List<Device> playbacks = new ArrayList<>();
    private final List<Monitor> monitors = new ArrayList<>();
    private String capture = "";
    private String playback = "";
    private int unanswered = 3;

    private final ServerInfo aboutServer = (context, info, data) -> {
        if (info != null) {
            capture = string(info, PulseApi.DEFAULT_SOURCE);
            playback = string(info, PulseApi.DEFAULT_SINK);
        }
        unanswered--;
    };

    private final DeviceInfo aboutSinks = (context, info, end, data) -> {
        if (info != null && end == 0) {
            playbacks.add(device(info));
        }
        answeredAt(end);
    };

    private final DeviceInfo aboutSources = (context, info, end, data) -> {
        if (info != null && end == 0) {
            Device device = device(info);
            captures.add(device);
            String of = string(info, PulseApi.MONITOR_OF);
            if (!of.isEmpty()) {
                monitors.add(new Monitor(device.id(), of));
            }
        }
        answeredAt(end);
    };

    void ask(PulseApi pulse, Pointer context) {
        unref(pulse, pulse.pa_context_get_server_info(context, aboutServer, null));
        unref(pulse, pulse.pa_context_get_sink_info_list(context, aboutSinks, null));
        unref(pulse, pulse.pa_context_get_source_info_list(context, aboutSources, null));
    }

    boolean isAnswered() {
        return unanswered <= 0;
    }

    /** What was answered; libpulse's own variables name other defaults than the server's. */
    Listing listing() {
        return new Listing(
                List.copyOf(captures),
                List.copyOf(playbacks),
                or(System.getenv("PULSE_SOURCE"), capture),
                or(System.getenv("PULSE_SINK"), playback),
                List.copyOf(monitors));
    }

    private void answeredAt(int end) {
        if (end != 0) {
            unanswered--;
        }
    }

    private static String or(@Nullable String given, String otherwise) {
        return given == null || given.isBlank() ? otherwise : given;
    }

    private static Device device(Pointer info) {
        String id = string(info, PulseApi.NAME);
        String name = string(info, PulseApi.DESCRIPTION);
        return new Device(id, name.isBlank() ? id : name.strip());
    }

    private static String string(Pointer structure, long offset) {
        Pointer text = structure.getPointer(offset);
        return text == null ? "" : text.getString(0, "UTF-8");
    }

    private static void unref(PulseApi pulse, @Nullable Pointer operation) {
        if (operation != null) {
            pulse.pa_operation_unref(operation);
        }
    }
}
