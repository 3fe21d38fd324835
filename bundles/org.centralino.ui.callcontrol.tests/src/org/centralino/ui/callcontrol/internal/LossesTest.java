/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.callcontrol.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.centralino.media.SoundDevices.Device;
import org.centralino.media.SoundDevices.Role;
import org.centralino.ui.widgets.NoticeCard.Notice;
import org.eclipse.osgi.util.NLS;
import org.junit.jupiter.api.Test;

class LossesTest {

    private static final Device HEADSET = new Device("headset", "Headset");
    private static final Device DESK = new Device("desk", "Desk speaker");
    private static final Device OTHER = new Device("other", "Other");

    private final FakeDevices devices = new FakeDevices();
    private final List<String> said = new ArrayList<>();
    private List<Notice> shown = List.of();
    private final Losses losses = new Losses(() -> devices, notices -> shown = notices, said::add);

    private void loseHeadset() {
        devices.used.put(Role.SPEAKER, DESK);
        losses.deviceLost(Role.SPEAKER, HEADSET, DESK);
    }

    @Test
    void what_went_and_what_serves_instead_is_shown_and_said() {
        loseHeadset();

        String title = NLS.bind(Messages.deviceLost, "Headset");
        String detail = NLS.bind(Messages.hearThrough, "Desk speaker");
        assertThat(shown).containsExactly(new Notice(title, detail));
        assertThat(said).containsExactly(title + ". " + detail);
    }

    @Test
    void that_nothing_is_left_is_said_for_each_role() {
        for (Role role : Role.values()) {
            losses.deviceLost(role, HEADSET, null);
        }

        assertThat(shown.stream().map(Notice::detail))
                .containsExactly(Messages.nobodyHears, Messages.nothingHeard, Messages.nothingRings);
    }

    @Test
    void a_device_that_is_back_is_said_and_the_notice_goes() {
        loseHeadset();
        said.clear();
        devices.used.put(Role.SPEAKER, HEADSET);
        losses.devicesChanged();

        assertThat(shown).isEmpty();
        assertThat(said).containsExactly(NLS.bind(Messages.deviceBack, "Headset"));
    }

    @Test
    void the_notice_stays_while_nothing_has_changed_and_goes_silently_when_another_was_chosen() {
        loseHeadset();
        said.clear();
        losses.devicesChanged();
        assertThat(shown).hasSize(1);

        devices.used.put(Role.SPEAKER, OTHER);
        losses.devicesChanged();
        assertThat(shown).isEmpty();
        assertThat(said).isEmpty();
    }

    @Test
    void it_goes_when_it_was_read() {
        loseHeadset();
        losses.dismiss();

        assertThat(shown).isEmpty();
    }
}
