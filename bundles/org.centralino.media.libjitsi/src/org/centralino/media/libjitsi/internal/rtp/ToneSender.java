/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.rtp;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import org.eclipse.jdt.annotation.Nullable;

/**
 * Telephone events sent (RFC 4733, 2.5): packets of sound give up their place to packets of the event, so sequence and
 * pace stay the stream's own. Tones asked for faster than they can be sent wait for their turn.
 */
final class ToneSender {

    private static final long SHORTEST = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long LONGEST = TimeUnit.SECONDS.toNanos(6);
    private static final int MOST_WAITING = 64;
    private static final int END_PACKETS = 3;
    private static final int PAUSE_PACKETS = 3;
    /** Minus 10 dBm0. */
    private static final int VOLUME = 10;

    private final Deque<Tone> waiting = new ArrayDeque<>();
    private @Nullable Tone current;
    private int pause;

    private static final class Tone {
        final int event;
        boolean stop;
        boolean begun;
        int timestamp;
        long beganNanos;
        int endsSent;
        int duration;

        Tone(int event) {
            this.event = event;
        }
    }

    /** Asks for an event; anything but the sixteen tones is left out. */
    synchronized void start(char tone) {
        int event = ToneReceiver.TONES.indexOf(Character.toUpperCase(tone));
        if (event >= 0 && waiting.size() < MOST_WAITING) {
            stop();
            waiting.add(new Tone(event));
        }
    }

    /** The last event asked for may end. */
    synchronized void stop() {
        Tone last = waiting.isEmpty() ? current : waiting.peekLast();
        if (last != null) {
            last.stop = true;
        }
    }

    synchronized void clear() {
        waiting.clear();
        current = null;
    }

    /** Makes the packet of sound one of the event in progress, if there is one; returns its new length. */
    synchronized int transform(byte[] data, int offset, int length, int payloadType, long nanos) {
        Tone tone = current;
        if (tone == null) {
            if (pause > 0) {
                pause--;
                return length;
            }
            if (waiting.isEmpty()) {
                return length;
            }
            tone = waiting.remove();
            current = tone;
        }
        boolean first = !tone.begun;
        if (first) {
            tone.begun = true;
            tone.timestamp = RtpPacket.timestamp(data, offset);
            tone.beganNanos = nanos;
        }
        long lasted = nanos - tone.beganNanos;
        boolean over = tone.endsSent > 0 || lasted >= LONGEST || tone.stop && lasted >= SHORTEST;
        if (tone.endsSent == 0) {
            // telephone-event/8000, whatever the sound's clock; the first packet already counts as 20 ms.
            tone.duration = (int) Math.min(0xFFFF, (TimeUnit.NANOSECONDS.toMillis(lasted) + 20) * 8);
        }
        write(tone, data, offset, payloadType, first, over);
        if (over && ++tone.endsSent == END_PACKETS) {
            current = null;
            pause = PAUSE_PACKETS;
        }
        return RtpPacket.HEADER + 4;
    }

    private static void write(Tone tone, byte[] data, int offset, int payloadType, boolean first, boolean end) {
        data[offset] = (byte) 0x80;
        RtpPacket.setPayloadType(data, offset, payloadType);
        RtpPacket.setMarker(data, offset, first);
        RtpPacket.setTimestamp(data, offset, tone.timestamp);
        int payload = offset + RtpPacket.HEADER;
        data[payload] = (byte) tone.event;
        data[payload + 1] = (byte) ((end ? 0x80 : 0) | VOLUME);
        data[payload + 2] = (byte) (tone.duration >> 8);
        data[payload + 3] = (byte) tone.duration;
    }
}
