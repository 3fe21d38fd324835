/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.practice.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Anything may come by the network: it is understood or refused, and that is all. */
class NetworkInputTest {
    private static final int ROUNDS = 20_000;
    private static final String OFFER = "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\n"
            + "m=audio 4000 RTP/AVP 9 96 0 101\r\na=rtpmap:96 opus/48000/2\r\na=fmtp:96 useinbandfec=1\r\n"
            + "a=rtpmap:101 telephone-event/8000\r\na=sendonly\r\nm=video 4002 RTP/AVP 97\r\na=rtpmap:97 VP8/90000\r\n";

    private final Random random = new Random(4711);

    @Test
    void rtpOfAnyShapeIsReadOrDropped() {
        for (int i = 0; i < ROUNDS; i++) {
            byte[] data = new byte[random.nextInt(40)];
            random.nextBytes(data);
            if (data.length > 0 && random.nextBoolean()) {
                data[0] = (byte) (0x80 | data[0] & 0x3f);
            }
            RtpPacket packet = RtpPacket.parse(data, data.length);
            assertThat(packet == null || packet.payload().length <= data.length).isTrue();
        }
    }

    @Test
    void aPacketComesBackAsItWas() {
        RtpPacket packet = new RtpPacket(101, true, 65535, -5, 77, new byte[] {1, 2, 3});
        byte[] data = packet.toBytes();
        assertThat(RtpPacket.parse(data, data.length))
                .usingRecursiveComparison()
                .isEqualTo(packet);
    }

    @Test
    void aTelephoneEventComesBackAsItWas() {
        TelephoneEvent event = new TelephoneEvent('#', true, 10, 60000);
        assertThat(TelephoneEvent.parse(event.toBytes())).isEqualTo(event);
    }

    @Test
    void opusOfAnyContentIsDecodedOrRefused() {
        OpusCodec codec = new OpusCodec();
        for (int i = 0; i < 3000; i++) {
            byte[] payload = new byte[random.nextInt(200)];
            random.nextBytes(payload);
            try {
                assertThat(codec.decode(payload)).hasSizeLessThanOrEqualTo(5760);
            } catch (IOException e) {
                assertThat(e).hasMessageContaining("Opus");
            }
        }
    }

    @Test
    void anOfferIsUnderstood() {
        List<MediaDescription> media = SdpReader.read(OFFER);
        assertThat(media).extracting(MediaDescription::kind).containsExactly("audio", "video");
        assertThat(media.get(0).formats())
                .extracting(Format::encoding)
                .containsExactly("g722", "opus", "pcmu", "telephone-event");
        Agreement agreed = Agreement.with(media, "audio", AudioCodec::supports, Direction.SENDRECV);
        assertThat(agreed).isNotNull();
        if (agreed != null) {
            assertThat(agreed.format().encoding()).isEqualTo("opus");
            assertThat(agreed.direction()).isEqualTo(Direction.RECVONLY);
            String answer = new SdpWriter().answer(media, List.of(new SdpWriter.Used(agreed, 5000)));
            assertThat(answer).contains("m=audio 5000 RTP/AVP 96 101\r\n", "a=recvonly", "m=video 0 RTP/AVP 97\r\n");
        }
    }

    @Test
    void aMutilatedOfferIsUnderstoodOrRefused() {
        for (int i = 0; i < ROUNDS; i++) {
            byte[] data = OFFER.getBytes(StandardCharsets.UTF_8);
            for (int hits = random.nextInt(6); hits >= 0; hits--) {
                data[3 + random.nextInt(data.length - 3)] = (byte) random.nextInt(128);
            }
            String text = new String(data, StandardCharsets.UTF_8);
            assertThatCode(() -> readOrRefuse(text)).doesNotThrowAnyException();
        }
    }

    private static void readOrRefuse(String text) {
        try {
            Agreement.with(SdpReader.read(text), "audio", AudioCodec::supports, Direction.SENDRECV);
        } catch (IllegalArgumentException e) {
            assertThat(text).startsWith("v=0");
        }
    }

    @Test
    void whatIsNoSessionDescriptionIsRefused() {
        assertThatThrownBy(() -> SdpReader.read("hello")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void lossIsCountedOverTheWrapOfSequenceNumbers() {
        Reception reception = new Reception();
        for (int sequence : new int[] {65533, 65534, 0, 2, 1, 5}) {
            reception.received(new RtpPacket(0, false, sequence, 0, 1, new byte[0]), 8000, 0);
        }
        assertThat(reception.received()).isEqualTo(6);
        assertThat(reception.lost()).isEqualTo(3);
    }
}
