/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.centralino.media.SoundDevices.Device;
import org.centralino.media.libjitsi.internal.device.Listing.Monitor;
import org.junit.jupiter.api.Test;

class RoutingTest {

    private static final Device SPEAKER = new Device("speaker", "Speaker");
    private static final Device HEADSET = new Device("headset", "Headset");
    private static final Device MICROPHONE = new Device("microphone", "Microphone");
    private static final Device MONITOR = new Device("speaker.monitor", "Monitor of Speaker");

    private static Listing listing(String defaultCapture, Device... captures) {
        return new Listing(
                List.of(captures),
                List.of(SPEAKER, HEADSET),
                defaultCapture,
                "headset",
                List.of(new Monitor("speaker.monitor", "speaker")));
    }

    @Test
    void whatWasChosenServesElseTheSystemsDefaultElseAny() {
        Listing listing = listing("");
        assertThat(Routing.playback(listing, "speaker", device -> true)).isEqualTo(SPEAKER);
        assertThat(Routing.playback(listing, "unplugged", device -> true)).isEqualTo(HEADSET);
        assertThat(Routing.playback(listing, null, device -> true)).isEqualTo(HEADSET);
        assertThat(Routing.playback(listing, null, device -> device != HEADSET)).isEqualTo(SPEAKER);
        assertThat(Routing.playback(Listing.NOTHING, "speaker", device -> true)).isNull();
    }

    @Test
    void monitorsAreNoMicrophonesUnlessNothingElseIs() {
        assertThat(Routing.microphones(listing("microphone", MONITOR, MICROPHONE)))
                .containsExactly(MICROPHONE);
        assertThat(Routing.microphones(listing("", MONITOR))).containsExactly(MONITOR);
    }

    @Test
    void aMonitorThatTheSystemNamesItsDefaultServes() {
        Listing listing = listing("speaker.monitor", MICROPHONE, MONITOR);
        assertThat(Routing.microphones(listing)).containsExactly(MICROPHONE, MONITOR);
        assertThat(Routing.capture(listing, null, HEADSET, device -> true)).isEqualTo(MONITOR);
    }

    @Test
    void nobodyIsMadeToHearThemselvesUnlessThatWasChosen() {
        Listing alone = listing("speaker.monitor", MONITOR);
        assertThat(Routing.capture(alone, null, SPEAKER, device -> true)).isNull();
        assertThat(Routing.capture(alone, "speaker.monitor", SPEAKER, device -> true))
                .isEqualTo(MONITOR);
    }
}
