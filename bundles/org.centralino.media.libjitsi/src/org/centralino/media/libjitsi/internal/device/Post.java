/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.device;

import java.util.Locale;
import org.centralino.media.SoundDevices.Device;
import org.centralino.media.SoundDevices.Role;
import org.centralino.media.SoundGraph;
import org.centralino.media.libjitsi.internal.device.AudioBackend.Direction;
import org.centralino.media.libjitsi.internal.device.DeviceLine.Report;
import org.centralino.media.libjitsi.internal.graph.SampleRing;
import org.eclipse.jdt.annotation.Nullable;

/** A role with its line, and what serves it. What is not final and not volatile belongs to the thread that decides. */
final class Post {

    private static final int FRAME = SoundGraph.FRAME;

    final Role role;
    final Direction direction;
    final SampleRing ring = new SampleRing(20 * FRAME, FRAME, FRAME / 10);
    final LevelMeter meter = new LevelMeter();
    final TestTone tone = new TestTone();
    final DeviceLine line;
    /** What was asked for; null for the system's default. */
    volatile @Nullable String chosen;

    volatile @Nullable Device inUse;
    /** What went away while it was used, until it is told. */
    @Nullable
    Device lost;

    String complaint = "";

    Post(Role role, Report report) {
        this.role = role;
        direction = role == Role.MICROPHONE ? Direction.CAPTURE : Direction.PLAYBACK;
        String purpose = role == Role.RINGER ? "Ring" : "Call";
        line = new DeviceLine(direction, role.name().toLowerCase(Locale.ROOT), purpose, ring, meter, report);
    }

    String nameInUse() {
        Device device = inUse;
        return device == null ? "" : device.name();
    }
}
