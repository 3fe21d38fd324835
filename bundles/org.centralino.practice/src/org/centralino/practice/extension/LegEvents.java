/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.practice.extension;

import org.centralino.practice.media.Agreement;
import org.centralino.practice.media.AudioLeg;
import org.centralino.practice.media.Conduit;
import org.centralino.practice.media.Format;
import org.centralino.practice.media.Listener;
import org.centralino.practice.media.RtpPacket;
import org.centralino.practice.media.Sound;
import org.eclipse.jdt.annotation.Nullable;

/** Takes what one call's leg hears to where it is wanted: back to itself, to another leg, and digits to the call. */
final class LegEvents implements Listener {
    private final ExtensionCall call;
    private volatile @Nullable AudioLeg echo;
    private volatile @Nullable AudioLeg joined;
    private volatile @Nullable Conduit conduit;

    LegEvents(ExtensionCall call) {
        this.call = call;
    }

    void echoTo(AudioLeg leg) {
        echo = leg;
    }

    /** @return what this leg hears from now on, for the other to play */
    Sound soundTo(AudioLeg other) {
        Conduit fresh = new Conduit();
        conduit = fresh;
        joined = other;
        return fresh;
    }

    @Override
    public void packet(RtpPacket packet) {
        AudioLeg back = echo;
        if (back != null) {
            back.send(packet.payloadType(), packet.marker(), packet.timestamp(), packet.payload());
        }
    }

    @Override
    public void sound(short[] samples, int sampleRate) {
        Conduit wanted = conduit;
        if (wanted != null) {
            wanted.add(samples, sampleRate);
        }
    }

    @Override
    public void event(RtpPacket packet) {
        AudioLeg other = joined;
        Agreement agreed = other == null ? null : other.agreement();
        Format events = agreed == null ? null : agreed.events();
        if (other != null && events != null) {
            other.send(events.payloadType(), packet.marker(), packet.timestamp(), packet.payload());
        }
    }

    @Override
    public void digit(char digit) {
        call.digit(digit);
    }
}
