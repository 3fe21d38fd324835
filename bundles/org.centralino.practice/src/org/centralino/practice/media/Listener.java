/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.practice.media;

/** Hears what arrives at a leg; called on the leg's receiving thread. */
public interface Listener {

    /** Every RTP packet as it came, whatever its format. */
    default void packet(RtpPacket packet) {}

    /** What a packet of the agreed format decoded to. */
    default void sound(short[] samples, int sampleRate) {}

    /** A packet of the agreed telephone-event format. */
    default void event(RtpPacket packet) {}

    /** A digit began, by RFC 4733 or in the sound. */
    default void digit(char digit) {}
}
