/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.callcontrol;

/**
 * How a button of the call strip stands. Immutable.
 *
 * @param mode what it shows
 * @param enabled whether it can be pressed; a greyed button says why in {@code description}
 * @param description more than the name tells, shown in the tooltip and read by screen readers; may be empty
 */
public record ActionState(Mode mode, boolean enabled, String description) {

    /** What a button shows. */
    public enum Mode {
        /** No button: not for this call, or not for this user. */
        ABSENT,
        /** Nothing is going on. */
        OFF,
        /** It will act by itself when it can. */
        ARMED,
        /** It is on; a press ends it. */
        ON,
        /** It is on and a press changes nothing, by policy. */
        LOCKED
    }

    /** There is no button. */
    public static final ActionState ABSENT = new ActionState(Mode.ABSENT, false, "");

    /** Off, and can be pressed. */
    public static final ActionState OFF = new ActionState(Mode.OFF, true, "");

    /** On, and can be pressed. */
    public static final ActionState ON = new ActionState(Mode.ON, true, "");

    /** Off, and cannot be pressed just now because of {@code why}. */
    public static ActionState greyed(String why) {
        return new ActionState(Mode.OFF, false, why);
    }

    /** Whether the thing it stands for is going on. */
    public boolean isOn() {
        return mode == Mode.ON || mode == Mode.LOCKED;
    }
}
