/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.recording.ui.internal;

import java.time.Duration;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.Accessible;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.accessibility.AccessibleListener;
import org.eclipse.swt.accessibility.AccessibleValueAdapter;
import org.eclipse.swt.accessibility.AccessibleValueEvent;
import org.eclipse.swt.widgets.Control;

/** What a waveform is in the accessibility tree: a slider over the seconds of the recording, which can be set. */
@NonNullByDefault({})
final class SliderAccess extends AccessibleValueAdapter {

    private final Player player;

    private SliderAccess(Player player) {
        this.player = player;
    }

    static void install(Control slider, Player player) {
        Accessible accessible = slider.getAccessible();
        accessible.addAccessibleListener(AccessibleListener.getNameAdapter(e -> e.result = Messages.position));
        accessible.addAccessibleListener(AccessibleListener.getDescriptionAdapter(
                e -> e.result = Words.place(player.position(), player.length())));
        accessible.addAccessibleControlListener(new Role(slider, player));
        accessible.addAccessibleValueListener(new SliderAccess(player));
    }

    @Override
    public void getCurrentValue(AccessibleValueEvent e) {
        e.value = Math.toIntExact(player.position().toSeconds());
    }

    @Override
    public void getMinimumValue(AccessibleValueEvent e) {
        e.value = 0;
    }

    @Override
    public void getMaximumValue(AccessibleValueEvent e) {
        e.value = Math.toIntExact(player.length().toSeconds());
    }

    @Override
    public void setCurrentValue(AccessibleValueEvent e) {
        player.seek(Duration.ofSeconds(e.value.longValue()));
    }

    private static final class Role extends AccessibleControlAdapter {

        private final Control slider;
        private final Player player;

        Role(Control slider, Player player) {
            this.slider = slider;
            this.player = player;
        }

        @Override
        public void getRole(AccessibleControlEvent e) {
            e.detail = ACC.ROLE_SLIDER;
        }

        @Override
        public void getState(AccessibleControlEvent e) {
            e.detail = ACC.STATE_FOCUSABLE | (slider.isFocusControl() ? ACC.STATE_FOCUSED : 0);
        }

        @Override
        public void getValue(AccessibleControlEvent e) {
            e.result = Words.place(player.position(), player.length());
        }
    }
}
