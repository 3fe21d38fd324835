/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What one side sends as telephone events the other one understands. */
class ToneTest {

    private static final int EVENT = 101;
    private static final long PACKET = 20_000_000;

    private final ToneSender sender = new ToneSender();
    private final ToneReceiver receiver = new ToneReceiver();
    private final List<Character> told = new ArrayList<>();
    private final List<Integer> durations = new ArrayList<>();
    private int ends;
    private long now = 1;
    private int timestamp = 5000;

    /** Sends packets of sound, of which some become events. */
    private void send(int packets) {
        for (int i = 0; i < packets; i++) {
            byte[] data = new byte[172];
            data[0] = (byte) 0x80;
            RtpPacket.setTimestamp(data, 0, timestamp += 160);
            int length = sender.transform(data, 0, data.length, EVENT, now += PACKET);
            if (RtpPacket.payloadType(data) == EVENT) {
                assertThat(length).isEqualTo(16);
                durations.add(RtpPacket.uint16(data, 14));
                ends += (data[13] & 0x80) == 0 ? 0 : 1;
                receiver.received(data, 12, length, RtpPacket.timestamp(data, 0), told::add);
            }
        }
    }

    @Test
    void aTapLastsAHundredMilliseconds() {
        sender.start('5');
        sender.stop();
        send(20);
        assertThat(told).containsExactly('5');
        assertThat(ends).isEqualTo(3);
        assertThat(durations.getLast()).isBetween(800, 1000);
        assertThat(durations).isSorted();
    }

    @Test
    void aHeldToneLastsUntilItIsStopped() {
        sender.start('#');
        send(50);
        assertThat(ends).isZero();
        sender.stop();
        send(5);
        assertThat(ends).isEqualTo(3);
        assertThat(durations.getLast()).isBetween(8000, 8400);
    }

    @Test
    void fastTypingArrivesInOrderWithRepeatedDigitsApart() {
        for (char digit : "112*A9".toCharArray()) {
            sender.start(digit);
            sender.stop();
        }
        send(200);
        assertThat(told).containsExactly('1', '1', '2', '*', 'A', '9');
    }

    @Test
    void whatIsNoToneIsNotSent() {
        sender.start('x');
        send(10);
        assertThat(durations).isEmpty();
    }

    @Test
    void shortAndUnknownEventsAreLeftAlone() {
        receiver.received(new byte[16], 12, 14, 1, told::add);
        byte[] flash = new byte[16];
        flash[12] = 16;
        receiver.received(flash, 12, 16, 2, told::add);
        assertThat(told).isEmpty();
    }
}
