/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.centralino.practice.media.Direction;
import org.centralino.practice.media.Format;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NegotiationTest {
    private final PracticeExchange exchange = FreePorts.exchange();
    private final SipPhone anna = SipPhone.udp("anna", exchange);
    private final PhoneSound sound = new PhoneSound(Format.opus(96));

    NegotiationTest() throws IOException {}

    @AfterEach
    void close() throws IOException {
        sound.close();
        anna.close();
        exchange.close();
    }

    @Test
    void aCallerWhoHoldsIsSentNothingUntilTheyComeBack() throws Exception {
        PhoneCall call = anna.call("609", sound.offer());
        sound.agree(call.awaitAnswer());
        PhoneSound.await("heard something", () -> sound.leg.report().received() > 10);

        call.request("INVITE", "", sound.offer(Direction.SENDONLY));
        assertThat(call.awaitAnswer().body()).contains("a=recvonly");
        long held = sentTo(call);
        call.request("INVITE", "", sound.offer(Direction.INACTIVE));
        assertThat(call.awaitAnswer().body()).contains("a=inactive");
        assertThat(sentTo(call)).isEqualTo(held);

        call.request("INVITE", "", sound.offer());
        assertThat(call.awaitAnswer().body()).contains("a=sendrecv");
        PhoneSound.await("heard it again", () -> sound.leg.report().received() > held + 10);
        call.bye();
    }

    private long sentTo(PhoneCall call) throws Exception {
        return (long) Http.number(Http.get(exchange, "/calls?callId=" + call.callId), "rtpSent");
    }

    @Test
    void aCallWithoutAnOfferIsOfferedEverything() throws Exception {
        PhoneCall call = anna.call("609", "");
        SipText offer = call.awaitAnswer(sound.offer());
        assertThat(offer.body()).contains("opus/48000/2", "PCMA/8000", "PCMU/8000", "telephone-event/8000");
        sound.agree(offer);
        PhoneSound.await("heard 1 kHz", () -> Math.abs(sound.heardHz() - 1000) < 4);
        call.bye();
    }

    @Test
    void anOfferInsideTheCallThatCannotBeUsedLeavesTheCallAsItWas() throws Exception {
        PhoneCall call = anna.call("609", sound.offer());
        sound.agree(call.awaitAnswer());
        try (PhoneSound strange = new PhoneSound(new Format(18, "g729", 8000, 1, ""))) {
            call.request("INVITE", "", strange.offer());
            call.acknowledge(call.awaitStatus(488));
        }
        PhoneSound.await("heard 1 kHz", () -> Math.abs(sound.heardHz() - 1000) < 4);
        call.bye();
    }

    @Test
    void digitsByInfoAreReadBackAsWell() throws Exception {
        PhoneCall call = anna.call("601", sound.offer());
        sound.agree(call.awaitAnswer());
        call.request("INFO", "", "Signal=7\r\nDuration=160\r\n");
        call.awaitStatus(200);
        PhoneSound.await("heard 7 as tones", () -> sound.digitsHeard().equals("7"));
        call.bye();
    }
}
