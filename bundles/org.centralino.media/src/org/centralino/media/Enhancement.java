/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media;

/**
 * What is done to the microphone's sound before a far side hears it. Immutable.
 *
 * @param echoCancelled whether what the speaker plays is taken out again
 * @param noiseSuppressed whether steady noise is lowered
 * @param gainControlled whether quiet and loud speakers are brought to one level
 */
public record Enhancement(boolean echoCancelled, boolean noiseSuppressed, boolean gainControlled) {

    /** All of it, as a workstation starts. */
    public static final Enhancement FULL = new Enhancement(true, true, true);

    /** Sound as the device gives it. */
    public static final Enhancement NONE = new Enhancement(false, false, false);
}
