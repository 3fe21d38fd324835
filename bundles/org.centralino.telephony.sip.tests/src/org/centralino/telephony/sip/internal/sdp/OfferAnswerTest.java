/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.sdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.centralino.media.Codec;
import org.centralino.media.RtpSession;
import org.centralino.telephony.sip.internal.FakeMedia;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Offers, answers and what they agree to. */
class OfferAnswerTest {

    private static final List<Codec> ALL = List.of(FakeMedia.OPUS, FakeMedia.G722, FakeMedia.PCMA, FakeMedia.PCMU);

    private final OfferAnswer ours = new OfferAnswer("192.0.2.1", 4000, ALL, List.of(), Sdes.off());

    private static String far(String media) {
        return "v=0\r\no=- 1 1 IN IP4 192.0.2.2\r\ns=-\r\nc=IN IP4 192.0.2.2\r\nt=0 0\r\n" + media.replace("|", "\r\n")
                + "\r\n";
    }

    @Test
    void anOfferNamesAllCodecsInOrder() throws SdpException {
        assertThat(ours.offer())
                .contains("m=audio 4000 RTP/AVP 96 9 8 0 101\r\n", "c=IN IP4 192.0.2.1\r\n")
                .contains(
                        "a=rtpmap:96 opus/48000/2\r\na=fmtp:96 minptime=10;useinbandfec=1\r\n",
                        "a=rtpmap:9 G722/8000\r\n")
                .contains("a=rtpmap:101 telephone-event/8000\r\na=fmtp:101 0-15\r\n", "a=sendrecv\r\n");
    }

    @Test
    void theAccountsOrderOfCodecsIsKept() throws SdpException {
        OfferAnswer chosen = new OfferAnswer("192.0.2.1", 4000, ALL, List.of("pcmu", "opus", "speex"), Sdes.off());
        assertThat(chosen.offer()).contains("m=audio 4000 RTP/AVP 0 96 101\r\n");
    }

    @Test
    void theFirstFormatOfAnAnswerIsUsedWithBothSidesNumbers() throws SdpException {
        RtpSession session = ours.answered(
                        far("m=audio 5000 RTP/AVP 110 8 97|a=rtpmap:110 OPUS/48000/2|a=rtpmap:97 telephone-event/8000"))
                .session();
        assertThat(session.codec()).isEqualTo(FakeMedia.OPUS);
        assertThat(session.sendPayloadType()).isEqualTo(110);
        assertThat(session.receivePayloadType()).isEqualTo(96);
        assertThat(session.dtmfSendPayloadType()).isEqualTo(97);
        assertThat(session.dtmfReceivePayloadType()).isEqualTo(101);
        assertThat(session.remote().getAddress().getHostAddress()).isEqualTo("192.0.2.2");
    }

    @Test
    void anAnswerChoosesByOurPreferenceWithTheOfferersNumbers() throws SdpException {
        OfferAnswer.Answer answer = ours.answer(
                far(
                        "m=audio 5000 RTP/AVP 0 8 107 100|a=rtpmap:107 opus/48000/2|a=rtpmap:100 telephone-event/8000|a=ptime:30"));
        assertThat(answer.sdp()).contains("m=audio 4000 RTP/AVP 107 100\r\n", "a=rtpmap:107 opus/48000/2\r\n");
        RtpSession session = answer.agreement().session();
        assertThat(session.receivePayloadType()).isEqualTo(107);
        assertThat(session.dtmfReceivePayloadType()).isEqualTo(100);
        assertThat(session.ptimeMs()).isEqualTo(30);
    }

    @ParameterizedTest
    @CsvSource({
        "minptime=10;useinbandfec=1, , 10",
        "useinbandfec=1; minptime=3, 20, 10",
        "minptime=10, 40, 40",
        "minptime=20, , 20",
        "minptime=0, , 20",
        "minptime=99999999, , 20",
        "useinbandfec=1, , 20",
        "useinbandfec=1, 10, 10",
        "minptime=10, 11, 10"
    })
    void packetsOfOpusAreShortForWhoTakesThem(String fmtp, @Nullable String ptime, int expected) throws SdpException {
        String wish = ptime == null ? "" : "|a=ptime:" + ptime;
        RtpSession session = ours.answered(
                        far("m=audio 5000 RTP/AVP 96|a=rtpmap:96 opus/48000/2|a=fmtp:96 " + fmtp + wish))
                .session();
        assertThat(session.ptimeMs()).isEqualTo(expected);
    }

    @Test
    void otherCodecsHaveTheUsualPackets() throws SdpException {
        String answer = far("m=audio 5000 RTP/AVP 8|a=fmtp:8 minptime=10");
        assertThat(ours.answered(answer).session().ptimeMs()).isEqualTo(20);
    }

    @Test
    void otherStreamsAreRefusedInTheirPlace() throws SdpException {
        OfferAnswer.Answer answer = ours.answer(
                far("m=video 6000 RTP/AVP 99|a=rtpmap:99 H264/90000|m=audio 5000 RTP/AVP 8|m=audio 5002 RTP/AVP 8"));
        assertThat(answer.sdp().lines().filter(line -> line.startsWith("m=")))
                .containsExactly("m=video 0 RTP/AVP 99", "m=audio 4000 RTP/AVP 8", "m=audio 0 RTP/AVP 8");
    }

    @ParameterizedTest
    @CsvSource({
        "sendrecv, sendrecv, false, true, true",
        "sendonly, recvonly, true, false, true",
        "recvonly, sendonly, false, true, false",
        "inactive, inactive, true, false, false"
    })
    void directionsAreMirrored(String theirs, String answered, boolean held, boolean send, boolean receive)
            throws SdpException {
        OfferAnswer.Answer answer = ours.answer(far("m=audio 5000 RTP/AVP 8|a=" + theirs));
        assertThat(answer.sdp()).contains("a=" + answered + "\r\n");
        assertThat(answer.agreement().heldByPeer()).isEqualTo(held);
        assertThat(answer.agreement().session().send()).isEqualTo(send);
        assertThat(answer.agreement().session().receive()).isEqualTo(receive);
    }

    @Test
    void anAddressOfZerosIsHold() throws SdpException {
        Agreement agreement =
                ours.answer(far("m=audio 5000 RTP/AVP 8|c=IN IP4 0.0.0.0")).agreement();
        assertThat(agreement.heldByPeer()).isTrue();
        assertThat(agreement.session().send()).isFalse();
    }

    @Test
    void theSessionsDirectionHoldsWhereTheMediaHasNone() throws SdpException {
        String offer = far("m=audio 5000 RTP/AVP 8").replace("t=0 0\r\n", "t=0 0\r\na=sendonly\r\n");
        assertThat(ours.answer(offer).agreement().heldByPeer()).isTrue();
    }

    @Test
    void theVersionRisesOnlyWithAChange() throws SdpException {
        String first = ours.answer(far("m=audio 5000 RTP/AVP 8")).sdp();
        String same = ours.answer(far("m=audio 5000 RTP/AVP 8")).sdp();
        String other = ours.answer(far("m=audio 5000 RTP/AVP 8|a=sendonly")).sdp();
        assertThat(same).isEqualTo(first);
        assertThat(version(other)).isEqualTo(version(first) + 1);
    }

    private static long version(String sdp) {
        return Long.parseLong(sdp.lines()
                .filter(line -> line.startsWith("o="))
                .findFirst()
                .orElseThrow()
                .split(" ")[2]);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "m=audio 5000 RTP/SAVP 8",
                "m=audio 0 RTP/AVP 8",
                "m=audio 5000 RTP/AVP 97|a=rtpmap:97 X-secret/8000",
                "m=audio 5000 RTP/AVP 8|c=IN IP4 far.example.test",
                "m=audio 5000 RTP/AVP 8|c=IN IP4 999.1.1.1",
                "m=audio 99999 RTP/AVP 8",
                "m=audio x RTP/AVP 8",
                "m=audio",
                "nonsense",
                "m=video 5000 RTP/AVP 99"
            })
    void whatCannotWorkIsRefusedWithAReason(String media) {
        assertThatThrownBy(() -> ours.answer(far(media)))
                .isInstanceOf(SdpException.class)
                .hasMessageMatching(".+");
        assertThatThrownBy(() -> ours.answered(far(media))).isInstanceOf(SdpException.class);
    }

    @Test
    void whatIsTooLongIsRefused() {
        assertThatThrownBy(() -> ours.answer("v=0\r\n" + "a=x\r\n".repeat(500))).isInstanceOf(SdpException.class);
        assertThatThrownBy(() -> ours.answer("v=0\r\ns=" + "x".repeat(20_000))).isInstanceOf(SdpException.class);
        assertThatThrownBy(() -> ours.answer(far("m=audio 5000 RTP/AVP" + " 8".repeat(100))))
                .isInstanceOf(SdpException.class);
    }

    @Test
    void ipv6IsUnderstood() throws SdpException {
        Agreement agreement =
                ours.answer(far("m=audio 5000 RTP/AVP 8|c=IN IP6 2001:db8::1")).agreement();
        assertThat(agreement.session().remote().getAddress().getHostAddress()).isEqualTo("2001:db8:0:0:0:0:0:1");
    }

    @ParameterizedTest
    @CsvSource({"sendrecv, sendonly", "sendonly, inactive", "recvonly, sendonly", "inactive, inactive"})
    void whileWeHoldNothingIsWantedOfTheFarSide(String theirs, String answer) throws SdpException {
        ours.hold(true);
        assertThat(ours.answer(far("m=audio 5000 RTP/AVP 8|a=" + theirs)).sdp()).contains("a=" + answer + "\r\n");
    }

    @Test
    void aHoldOfBothIsInactiveAndAResumptionOpen() throws SdpException {
        ours.answered(far("m=audio 5000 RTP/AVP 8"));
        ours.hold(true);
        assertThat(ours.offer()).contains("a=sendonly\r\n");
        ours.answer(far("m=audio 5000 RTP/AVP 8|a=sendonly"));
        assertThat(ours.offer()).contains("a=inactive\r\n");
        ours.hold(false);
        assertThat(ours.offer()).contains("a=sendrecv\r\n");
    }

    @Test
    void whoIsNotHeardCannotSayThatItHoldsUsByWantingNoMusic() throws SdpException {
        ours.hold(true);
        ours.offer();
        Agreement held = ours.answered(far("m=audio 5000 RTP/AVP 8|a=inactive"));
        assertThat(held.heldByPeer()).isFalse();
        assertThat(held.session().send()).isFalse();
        ours.hold(false);
        ours.offer();
        assertThat(ours.answered(far("m=audio 5000 RTP/AVP 8|a=sendonly")).heldByPeer())
                .isTrue();
    }

    @Test
    void aNewOfferKeepsTheStreamsInTheirPlaces() throws SdpException {
        ours.answer(far("m=video 6000 RTP/AVP 99|a=rtpmap:99 H264/90000|m=audio 5000 RTP/AVPF 8"));
        assertThat(ours.offer().lines().filter(line -> line.startsWith("m=")))
                .containsExactly("m=video 0 RTP/AVP 99", "m=audio 4000 RTP/AVPF 8 96 9 0 101");
        Agreement agreed = ours.answered(far("m=video 0 RTP/AVP 99|m=audio 5000 RTP/AVPF 8"));
        assertThat(agreed.session().codec()).isEqualTo(FakeMedia.PCMA);
    }

    @Test
    void aNumberMeansOneThingInASession() throws SdpException {
        ours.answer(
                far(
                        "m=audio 5000 RTP/AVP 8 96 101 107|a=rtpmap:96 telephone-event/8000|a=rtpmap:101 speex/8000|a=rtpmap:107 opus/48000/2"));
        assertThat(ours.offer())
                .contains("a=rtpmap:107 opus/48000/2\r\n", "a=rtpmap:96 telephone-event/8000\r\n")
                .doesNotContain("a=rtpmap:101", "a=rtpmap:96 opus");
    }
}
