/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.sdp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import net.jqwik.api.constraints.UniqueElements;
import org.centralino.media.Codec;
import org.centralino.media.RtpSession;

/** What holds for every offer and answer. */
class OfferAnswerProperties {

    private static final List<Codec> ALL = List.of(
            new Codec("opus", 48000, 2, -1, "useinbandfec=1"),
            new Codec("G722", 8000, 1, 9, ""),
            new Codec("PCMA", 8000, 1, 8, ""),
            new Codec("PCMU", 8000, 1, 0, ""),
            new Codec("iLBC", 8000, 1, -1, "mode=20"));

    private static OfferAnswer party(String address, int port, List<Codec> codecs) {
        return new OfferAnswer(address, port, codecs, List.of(), Sdes.off());
    }

    @Provide
    Arbitrary<List<Codec>> codecs() {
        return Arbitraries.of(ALL).list().uniqueElements().ofMinSize(1);
    }

    @Property
    void bothSidesOfARoundAgreeOrBothKnowThatTheyDoNot(
            @ForAll("codecs") List<Codec> offered,
            @ForAll("codecs") List<Codec> known,
            @ForAll @IntRange(min = 1024, max = 65000) int port)
            throws SdpException {
        OfferAnswer caller = party("192.0.2.1", port, offered);
        OfferAnswer callee = party("192.0.2.2", port + 2, known);
        String offer = caller.offer();
        if (offered.stream().noneMatch(known::contains)) {
            assertThat(refuses(callee, offer)).isTrue();
            return;
        }
        OfferAnswer.Answer answer = callee.answer(offer);
        RtpSession there = answer.agreement().session();
        RtpSession here = caller.answered(answer.sdp()).session();
        assertThat(here.codec()).isEqualTo(there.codec()).isIn(offered).isIn(known);
        assertThat(here.sendPayloadType()).isEqualTo(there.receivePayloadType());
        assertThat(here.receivePayloadType()).isEqualTo(there.sendPayloadType());
        assertThat(here.dtmfSendPayloadType()).isEqualTo(there.dtmfReceivePayloadType());
        assertThat(here.remote().getPort()).isEqualTo(port + 2);
        assertThat(there.remote().getPort()).isEqualTo(port);
        assertThat(here.send() && here.receive() && there.send() && there.receive())
                .isTrue();
    }

    @Property
    void whoOffersIsKnownToHoldOrNotInWhateverOrderTheTwoSidesHoldAndResume(
            @ForAll @Size(max = 12) List<@IntRange(max = 3) Integer> moves) throws SdpException {
        OfferAnswer[] sides = {party("192.0.2.1", 4000, ALL), party("192.0.2.2", 4002, ALL)};
        boolean[] holding = new boolean[2];
        sides[0].answered(sides[1].answer(sides[0].offer()).sdp());
        for (int move : moves) {
            int who = move & 1;
            OfferAnswer offerer = sides[who];
            OfferAnswer other = sides[1 - who];
            holding[who] = move > 1;
            offerer.hold(holding[who]);
            OfferAnswer.Answer answer = other.answer(offerer.offer());
            Agreement agreed = offerer.answered(answer.sdp());
            assertThat(answer.agreement().heldByPeer()).isEqualTo(holding[who]);
            assertThat(agreed.heldByPeer()).isEqualTo(holding[1 - who]);
            assertThat(agreed.session().codec())
                    .isEqualTo(answer.agreement().session().codec());
            assertThat(agreed.session().receivePayloadType())
                    .isEqualTo(answer.agreement().session().sendPayloadType());
        }
    }

    @Property
    void everyStreamOfAnOfferIsAnsweredInItsPlace(
            @ForAll @Size(min = 1, max = 8) List<@IntRange(max = 3) Integer> kinds) throws SdpException {
        StringBuilder offer =
                new StringBuilder("v=0\r\no=- 1 1 IN IP4 192.0.2.9\r\ns=-\r\nc=IN IP4 192.0.2.9\r\nt=0 0\r\n");
        for (int kind : kinds) {
            offer.append(
                    switch (kind) {
                        case 0 -> "m=audio 5000 RTP/AVP 8\r\n";
                        case 1 -> "m=audio 0 RTP/AVP 8\r\n";
                        case 2 -> "m=audio 5002 RTP/SAVP 8\r\n";
                        default -> "m=video 5004 RTP/AVP 99\r\n";
                    });
        }
        OfferAnswer ours = party("192.0.2.1", 4000, ALL);
        if (!kinds.contains(0)) {
            assertThat(refuses(ours, offer.toString())).isTrue();
            return;
        }
        List<String> answered = ours.answer(offer.toString())
                .sdp()
                .lines()
                .filter(line -> line.startsWith("m="))
                .toList();
        assertThat(answered).hasSameSizeAs(kinds);
        assertThat(answered).filteredOn(line -> !line.contains(" 0 ")).hasSize(1);
    }

    @Property(tries = 5_000)
    void nonsenseIsRefusedAndNothingElse(@ForAll @StringLength(max = 200) String nonsense) {
        OfferAnswer ours = party("192.0.2.1", 4000, ALL);
        assertThat(refuses(ours, nonsense)).isTrue();
        assertThat(refuses(ours, "v=0\r\n" + nonsense)).isTrue();
    }

    @Property(tries = 5_000)
    void aDamagedOfferIsAnsweredOrRefused(
            @ForAll @IntRange(max = 400) int at,
            @ForAll @IntRange(max = 30) int length,
            @ForAll @StringLength(max = 20) String instead,
            @ForAll @UniqueElements @Size(max = 3) List<@IntRange(max = 12) Integer> linesLost)
            throws SdpException {
        OfferAnswer ours = party("192.0.2.1", 4000, ALL);
        StringBuilder damaged = new StringBuilder(party("192.0.2.2", 4002, ALL).offer());
        int from = Math.min(at, damaged.length());
        damaged.replace(from, Math.min(damaged.length(), from + length), instead);
        String[] lines = damaged.toString().split("\r\n");
        StringBuilder offer = new StringBuilder();
        for (int i = 0; i < lines.length; i++) {
            if (!linesLost.contains(i)) {
                offer.append(lines[i]).append("\r\n");
            }
        }
        // Anything but an answer or an SdpException fails the property.
        refuses(ours, offer.toString());
        try {
            ours.answered(offer.toString());
        } catch (SdpException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    private static boolean refuses(OfferAnswer party, String offer) {
        try {
            party.answer(offer);
            return false;
        } catch (SdpException e) {
            return true;
        }
    }
}
