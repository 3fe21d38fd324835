/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.centralino.practice.media.Format;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TransferTest {
    private final PracticeExchange exchange = FreePorts.exchange();
    private final SipPhone anna = SipPhone.udp("anna", exchange);
    private final SipPhone bruno = SipPhone.udp("bruno", exchange);
    private final PhoneSound sound = new PhoneSound(Format.pcma());
    private final PhoneSound brunoSound = new PhoneSound(Format.pcma());

    TransferTest() throws IOException {}

    @AfterEach
    void close() throws IOException {
        sound.close();
        brunoSound.close();
        anna.close();
        bruno.close();
        exchange.close();
    }

    private PhoneCall annaHearsMusic() throws Exception {
        PhoneCall call = anna.call("602", sound.offer());
        sound.agree(call.awaitAnswer());
        PhoneSound.await("heard music", () -> sound.heardLevelDb() > -40);
        return call;
    }

    private void awaitNotify(PhoneCall call, String status) throws Exception {
        SipText notify = anna.await(
                "NOTIFY of " + status,
                each -> each.isRequest("NOTIFY") && each.body().startsWith("SIP/2.0 " + status));
        assertThat(notify.header("Event")).isEqualTo("refer");
        assertThat(notify.header("Call-ID")).isEqualTo(call.callId);
        anna.respond(notify, 200, "", "");
    }

    @Test
    void theMusicCanBeGivenToBruno() throws Exception {
        bruno.register();
        PhoneCall call = annaHearsMusic();
        call.request("REFER", "Refer-To: <sip:bruno@practice.centralino.test>\r\n", "");
        call.awaitStatus(202);
        awaitNotify(call, "100");
        SipText invite = bruno.awaitRequest("INVITE");
        brunoSound.agree(invite);
        bruno.respond(invite, 200, "b", brunoSound.offer());
        bruno.awaitRequest("ACK");
        awaitNotify(call, "200");
        PhoneSound.await("bruno heard music", () -> brunoSound.heardLevelDb() > -40);
        call.bye();
    }

    @Test
    void whoRefusesTheMusicIsReported() throws Exception {
        bruno.register();
        PhoneCall call = annaHearsMusic();
        call.request("REFER", "Refer-To: <sip:bruno@practice.centralino.test>\r\n", "");
        call.awaitStatus(202);
        bruno.respond(bruno.awaitRequest("INVITE"), 486, "b", "");
        awaitNotify(call, "486");
        call.bye();
    }

    @Test
    void anAttendedTransferCarriesTheCallItReplaces() throws Exception {
        bruno.register();
        PhoneCall call = annaHearsMusic();
        String replaces = "other%40host%3Bto-tag%3Dx%3Bfrom-tag%3Dy";
        call.request("REFER", "Refer-To: <sip:bruno@practice.centralino.test?Replaces=" + replaces + ">\r\n", "");
        call.awaitStatus(202);
        assertThat(bruno.awaitRequest("INVITE").header("Replaces")).isEqualTo("other@host;to-tag=x;from-tag=y");
    }

    @Test
    void brunoCanTakeAnnasPlaceWithTheMusic() throws Exception {
        PhoneCall call = annaHearsMusic();
        PhoneCall taking = bruno.call("602", "Replaces: " + call.replaces() + "\r\n", brunoSound.offer());
        brunoSound.agree(taking.awaitAnswer());
        anna.respond(call.awaitRequest("BYE"), 200, "", "");
        PhoneSound.await("bruno heard music", () -> brunoSound.heardLevelDb() > -40);
        taking.bye();
    }

    @Test
    void musicLeftAtTheOrbitIsFetchedThere() throws Exception {
        PhoneCall call = annaHearsMusic();
        call.request("REFER", "Refer-To: <sip:608@practice.centralino.test>\r\n", "");
        call.awaitStatus(202);
        awaitNotify(call, "200");
        call.bye();
        PhoneCall fetching = bruno.call("608", brunoSound.offer());
        brunoSound.agree(fetching.awaitAnswer());
        PhoneSound.await("bruno heard music", () -> brunoSound.heardLevelDb() > -40);
        fetching.bye();
    }
}
