/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class RtpPacketTest {

    @Test
    void aPlainPacketIsValidAndAShortOneIsNot() {
        byte[] data = new byte[172];
        data[0] = (byte) 0x80;
        assertThat(RtpPacket.isValid(data, 172)).isTrue();
        assertThat(RtpPacket.isValid(data, 12)).isFalse();
        assertThat(RtpPacket.isValid(data, 0)).isFalse();
        data[0] = 0x40;
        assertThat(RtpPacket.isValid(data, 172)).isFalse();
    }

    @Test
    void sourcesExtensionAndPaddingMustFit() {
        byte[] data = new byte[40];
        data[0] = (byte) 0x8F;
        assertThat(RtpPacket.isValid(data, 40)).isFalse();
        data[0] = (byte) 0x90;
        data[15] = 100;
        assertThat(RtpPacket.isValid(data, 40)).isFalse();
        data[15] = 2;
        assertThat(RtpPacket.isValid(data, 40)).isTrue();
        assertThat(RtpPacket.payloadOffset(data, 40)).isEqualTo(24);
        data[0] = (byte) 0xA0;
        data[39] = 28;
        assertThat(RtpPacket.isValid(data, 40)).isFalse();
        data[39] = 0;
        assertThat(RtpPacket.isValid(data, 40)).isFalse();
        data[39] = 4;
        assertThat(RtpPacket.isValid(data, 40)).isTrue();
        assertThat(RtpPacket.payloadEnd(data, 40)).isEqualTo(36);
    }

    @Test
    void theValidOnesAmongRandomPacketsHaveAPayloadInsideThem() {
        Random random = new Random(7);
        int valid = 0;
        for (int i = 0; i < 500_000; i++) {
            byte[] data = new byte[random.nextInt(1, 1600)];
            random.nextBytes(data);
            data[0] = (byte) (data[0] & 0x3F | 0x80);
            if (RtpPacket.isValid(data, data.length)) {
                valid++;
                int start = RtpPacket.payloadOffset(data, data.length);
                int end = RtpPacket.payloadEnd(data, data.length);
                assertThat(start >= 12 && start < end && end <= data.length).isTrue();
            }
        }
        assertThat(valid).isGreaterThan(1000);
    }
}
