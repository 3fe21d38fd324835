/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.centralino.telephony.Account;
import org.centralino.telephony.Call;
import org.centralino.telephony.CallState;
import org.centralino.telephony.EndReason.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that no sane far side writes into the headers of SIP's extensions: a call goes on, or is refused. */
class HostileExtensionsTest {

    private final Station station = new Station();

    @AfterEach
    void close() {
        station.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Session-Expires: x",
                "Session-Expires: -1",
                "Session-Expires: 99999999999999999999",
                "Session-Expires: 2147483647;refresher=nobody",
                "Session-Expires:",
                "x: 0",
                "Min-SE: -7",
                "Min-SE: y;z",
                "Reason: SIP;cause=x",
                "Reason: ;;;",
                "RAck: 1",
                "Privacy: ;;,",
                "P-Asserted-Identity: <",
                "P-Asserted-Identity: ,,,",
                "History-Info: <sip:1@x>;index=1,<sip:2@x;cause=>;index",
                "Supported: ,,,",
                "Allow: ,"
            })
    void aCallWithAHostileHeaderRingsOrIsRefusedAndTheNextOneRings(String header) throws InterruptedException {
        station.signIn(Account.Dtmf.RFC4733);
        String sdp = Exchange.sdp("127.0.0.1", "sendrecv");
        station.outside("INVITE", "in1", "Content-Type: application/sdp\r\n" + header + "\r\n", sdp);
        station.outside("INVITE", "in2", "Content-Type: application/sdp\r\n", sdp);
        while (!station.exchange.await("SIP/2.0 180").header("Call-ID").equals("in2")) {
            // The first one rings too, which is as well.
        }
        assertThat(station.telephony.calls()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Session-Expires: 0;refresher=uac",
                "Session-Expires: 2147483647;refresher=uac",
                "Session-Expires: 4000000000",
                "Session-Expires: x",
                "Require: 100rel\r\nRSeq: x",
                "Require: 100rel\r\nRSeq: -1"
            })
    void anAnswerWithAHostileHeaderIsAnAnswerOrNone(String header) throws InterruptedException {
        station.signIn(Account.Dtmf.RFC4733);
        SipText invite = station.dial("200");
        String contact = station.farContact();
        String sdp = Exchange.sdp("127.0.0.1", "sendrecv");
        station.exchange.reply(invite, 183, "Session Progress", contact + "\r\n" + header, sdp);
        station.exchange.reply(invite, 200, "OK", contact + "\r\n" + header, sdp);
        station.exchange.reply(invite, 200, "OK", contact, sdp);
        Call call = station.watcher.awaitState(CallState.Active.class);
        station.telephony.hangUp(call.id());
        station.exchange.reply(station.exchange.await("BYE"), 200, "OK", "");
        assertThat(station.watcher.awaitEnd().kind()).isEqualTo(Kind.HUNG_UP);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Min-SE: 0", "Min-SE: 2147483647", "Min-SE: x", "Min-SE: 1800", "X: y"})
    void anIntervalThatCannotBeMetEndsTheCall(String header) throws InterruptedException {
        station.signIn(Account.Dtmf.RFC4733);
        SipText invite = station.dial("200");
        station.exchange.reply(invite, 422, "Session Interval Too Small", header);
        station.exchange.expect("ACK");
        assertThat(station.watcher.awaitEnd().sipStatus()).isEqualTo(422);
    }

    @Test
    void anIntervalThatGrowsForEverEndsTheCall() throws InterruptedException {
        station.signIn(Account.Dtmf.RFC4733);
        SipText invite = station.dial("200");
        for (int interval = 2000; interval < 2004; interval++) {
            station.exchange.reply(invite, 422, "Session Interval Too Small", "Min-SE: " + interval);
            station.exchange.expect("ACK");
            if (interval < 2003) {
                invite = station.exchange.expect("INVITE");
            }
        }
        assertThat(station.watcher.awaitEnd().sipStatus()).isEqualTo(422);
    }

    @Test
    void redirectionsEndAfterFive() throws InterruptedException {
        station.signIn(Account.Dtmf.RFC4733);
        SipText invite = station.dial("200");
        for (int hop = 0; hop <= 5; hop++) {
            station.exchange.reply(
                    invite,
                    302,
                    "Moved Temporarily",
                    "Contact: <sip:" + hop + "a@x>;q=7, <sip:" + hop + "b@x>;q=x, <sip:" + hop
                            + "c@x>;q=-1, *, <sips:9@x>");
            station.exchange.expect("ACK");
            if (hop < 5) {
                invite = station.exchange.expect("INVITE");
            }
        }
        assertThat(station.watcher.awaitEnd().sipStatus()).isEqualTo(302);
        assertThat(station.exchange.isQuietFor(300)).isTrue();
    }
}
