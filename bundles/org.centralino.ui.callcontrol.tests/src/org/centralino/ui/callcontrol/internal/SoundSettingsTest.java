/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.callcontrol.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.centralino.media.Enhancement;
import org.centralino.media.SoundDevices.Device;
import org.centralino.media.SoundDevices.Role;
import org.centralino.ui.callcontrol.internal.SoundSettings.Option;
import org.centralino.ui.callcontrol.internal.SoundSettings.Wanted;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;
import org.junit.jupiter.api.Test;

class SoundSettingsTest implements SoundSettings.Store {

    private static final Device HEADSET = new Device("headset", "Headset");
    private static final Wanted PLAIN = new Wanted(Map.of(), Enhancement.FULL);

    private final FakeDevices devices = new FakeDevices();
    private final SoundSettings settings = new SoundSettings(this, () -> devices, () -> null);
    private Wanted stored = PLAIN;

    @Test
    void what_is_tried_is_used_and_not_kept() {
        settings.use(PLAIN.with(Role.SPEAKER, HEADSET));

        assertThat(devices.commands).containsExactly("MICROPHONE null", "SPEAKER headset", "RINGER null");
        assertThat(stored).isEqualTo(PLAIN);
    }

    @Test
    void what_is_kept_is_used_too() {
        settings.keep(PLAIN.with(Role.RINGER, HEADSET));

        assertThat(devices.commands).contains("RINGER headset");
        assertThat(stored.device(Role.RINGER)).isEqualTo(HEADSET);
        assertThat(stored.with(Role.RINGER, null)).isEqualTo(PLAIN);
    }

    @Test
    void nothing_is_used_before_there_are_services() {
        assertThat(settings.apply()).isFalse();
        assertThat(devices.commands).isEmpty();
    }

    @Test
    void the_default_is_offered_first_and_devices_of_one_name_are_told_apart() {
        devices.there.add(HEADSET);
        devices.there.add(new Device("second", "Headset"));

        assertThat(texts(null))
                .containsExactly(Messages.systemDefault, "Headset", NLS.bind(Messages.deviceNumbered, "Headset", 2));
        assertThat(settings.options(Role.RINGER, null).getFirst().text()).isEqualTo(Messages.asSpeaker);
    }

    @Test
    void a_device_that_is_unplugged_can_stay_chosen() {
        assertThat(texts(HEADSET)).containsExactly(Messages.systemDefault, NLS.bind(Messages.deviceAbsent, "Headset"));
    }

    @Test
    void the_meter_goes_by_the_decibel() {
        assertThat(level(0)).isZero();
        assertThat(level(1)).isEqualTo(100);
        assertThat(level(0.001)).isZero();
        assertThat(level(Math.sqrt(0.001))).isEqualTo(50);
    }

    private int level(double heard) {
        devices.level = heard;
        return settings.level(Role.MICROPHONE);
    }

    private List<String> texts(@Nullable Device chosen) {
        return settings.options(Role.SPEAKER, chosen).stream().map(Option::text).toList();
    }

    @Override
    public Wanted load() {
        return stored;
    }

    @Override
    public void save(Wanted wanted) {
        stored = wanted;
    }
}
