/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.centralino.telephony.Account;
import org.centralino.telephony.Call;
import org.centralino.telephony.CallState;
import org.centralino.telephony.EndReason.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The far side sends us to somebody else (RFC 3515). */
class ReferredTest {

    private final Station station = new Station();
    private int sequence;

    @BeforeEach
    void signIn() throws InterruptedException {
        station.signIn(Account.Dtmf.RFC4733);
    }

    @AfterEach
    void close() {
        station.close();
    }

    private void refer(Station.Up up, String headers) {
        station.inDialog(up.invite(), "REFER", ++sequence, station.farContact() + "\r\n" + headers, "");
    }

    private SipText expectNotify(String line) throws InterruptedException {
        SipText notify = station.exchange.await("NOTIFY");
        assertThat(notify.body()).startsWith("SIP/2.0 " + line);
        assertThat(notify.header("Content-Type")).isEqualTo("message/sipfrag");
        station.exchange.reply(notify, 200, "OK", "");
        return notify;
    }

    /** The REFER is accepted, told of, and we hold who sent it; gives the INVITE it leads to. */
    private SipText accepted() throws InterruptedException {
        SipText accepted = station.exchange.await("SIP/2.0 202");
        assertThat(accepted.header("Contact")).isNotEmpty();
        assertThat(expectNotify("100").header("Subscription-State")).startsWith("active");
        SipText first = station.exchange.await("INVITE");
        SipText second = station.exchange.await("INVITE");
        boolean holdFirst = first.header("To").contains(";tag=");
        SipText hold = holdFirst ? first : second;
        assertThat(hold.body()).contains("a=sendonly");
        station.exchange.reply(hold, 200, "OK", station.farContact(), Exchange.sdp("127.0.0.1", "recvonly"));
        station.exchange.await("ACK");
        return holdFirst ? second : first;
    }

    @Test
    void weCallWhoWeAreSentToAndTellOfIt() throws InterruptedException {
        Station.Up up = station.connected("607");
        refer(
                up,
                "Refer-To: <sip:602@example.test;method=INVITE>\r\nReferred-By: <sip:607@example.test>;cid=\"x\"\r\n");
        SipText invite = accepted();
        assertThat(invite.startLine()).isEqualTo("INVITE sip:602@example.test SIP/2.0");
        assertThat(invite.header("Referred-By")).isEqualTo("<sip:607@example.test>");
        assertThat(invite.headers("Replaces")).isEmpty();
        assertThat(invite.header("Supported")).contains("replaces");
        assertThat(invite.header("Allow")).contains("REFER", "NOTIFY");
        assertThat(station.watcher
                        .await("new", call -> call.remote().number().equals("602"))
                        .outgoing())
                .isTrue();

        station.exchange.reply(invite, 180, "Ringing", station.farContact());
        expectNotify("180");
        station.exchange.reply(invite, 180, "Ringing", station.farContact());
        station.answer(invite);
        SipText last = expectNotify("200");
        assertThat(last.header("Event")).isEqualTo("refer");
        assertThat(last.header("Subscription-State")).isEqualTo("terminated;reason=noresource");
        Call now = station.watcher.await("talks", call -> call.isActive() && !call.isHeldByUs());
        assertThat(now.remote().number()).isEqualTo("602");
        station.inDialog(up.invite(), "BYE", ++sequence, "", "");
        Call before = station.watcher.await("over", Call::isEnded);
        assertThat(before.id()).isEqualTo(up.call().id());
        assertThat(station.telephony.calls()).extracting(Call::id).containsExactly(now.id());
    }

    @Test
    void thePlaceToBeTakenComesAlong() throws InterruptedException {
        Station.Up up = station.connected("607");
        refer(up, "Refer-To: <sip:602?x@example.test?Replaces=c%40h%3Bto-tag%3Dx%3Bfrom-tag%3Dy&Subject=Hello>\r\n");
        SipText invite = accepted();
        assertThat(invite.startLine()).isEqualTo("INVITE sip:602?x@example.test SIP/2.0");
        assertThat(invite.header("Replaces")).isEqualTo("c@h;to-tag=x;from-tag=y");
        assertThat(invite.headers("Subject")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"486, BUSY", "404, NOT_FOUND", "503, NETWORK"})
    void whenItComesToNothingTheOldCallIsStillThere(int status, Kind kind) throws InterruptedException {
        Station.Up up = station.connected("607");
        refer(up, "Refer-To: <sip:602@example.test>\r\n");
        station.exchange.reply(accepted(), status, "Not so", "");
        SipText last = expectNotify(status + " Not so");
        assertThat(last.header("Subscription-State")).startsWith("terminated");
        assertThat(station.watcher.awaitEnd().kind()).isEqualTo(kind);
        assertThat(station.telephony.calls())
                .extracting(Call::id)
                .containsExactly(up.call().id());
        station.telephony.resume(up.call().id());
        assertThat(station.exchange.await("INVITE").body()).contains("a=sendrecv");
    }

    @Test
    void givingTheNewCallUpIsTold() throws InterruptedException {
        Station.Up up = station.connected("607");
        refer(up, "Refer-To: <sip:602@example.test>\r\n");
        SipText invite = accepted();
        station.exchange.reply(invite, 180, "Ringing", station.farContact());
        expectNotify("180");
        Call ringing = station.watcher.awaitState(CallState.Ringing.class);
        station.telephony.hangUp(ringing.id());
        SipText cancel = station.exchange.await("CANCEL");
        station.exchange.reply(cancel, 200, "OK", "");
        station.exchange.reply(invite, 487, "Request Terminated", "");
        expectNotify("487");
        station.watcher.awaitEnd();
        assertThat(station.telephony.calls()).hasSize(1);
    }

    @Test
    void aCallThatCannotEvenBeginIsTold() throws InterruptedException {
        Station.Up up = station.connected("607");
        station.media.breakDown();
        refer(up, "Refer-To: <sip:602@example.test>\r\n");
        station.exchange.await("SIP/2.0 202");
        expectNotify("100");
        assertThat(expectNotify("4").header("Subscription-State")).startsWith("terminated");
        station.watcher.awaitEnd();
        assertThat(station.telephony.calls()).hasSize(1);
    }

    @Test
    void oneAtATime() throws InterruptedException {
        Station.Up up = station.connected("607");
        refer(up, "Refer-To: <sip:602@example.test>\r\n");
        SipText invite = accepted();
        refer(up, "Refer-To: <sip:603@example.test>\r\n");
        station.exchange.await("SIP/2.0 491");
        station.exchange.reply(invite, 486, "Busy Here", "");
        expectNotify("486");
        refer(up, "Refer-To: <sip:603@example.test>\r\n");
        station.exchange.await("SIP/2.0 202");
        SipText notify = expectNotify("100");
        assertThat(notify.header("Event")).isEqualTo("refer;id=" + sequence);
    }

    @ParameterizedTest
    @CsvSource({
        "<tel:+39026001>, 416",
        "<mailto:a@b>, 416",
        "<sip:a@b;method=BYE>, 603",
        "<sip:a@b?Replaces=c%40h>, 400",
        "'<sip:a@b>, <sip:c@d>', 400"
    })
    void whatCannotBeCalledIsRefused(String target, int status) throws InterruptedException {
        Station.Up up = station.connected("607");
        refer(up, "Refer-To: " + target + "\r\n");
        station.exchange.expect("SIP/2.0 " + status);
        assertThat(station.exchange.isQuietFor(300)).isTrue();
        assertThat(station.telephony.calls()).hasSize(1);
    }

    @Test
    void whoIsNotOurExchangeSendsUsNowhere() throws Exception {
        Station.Up up = station.connected("607");
        try (Elsewhere elsewhere = new Elsewhere()) {
            SipText refer = station.inDialogText(
                    up.invite(), "REFER", ++sequence, station.farContact() + "\r\nRefer-To: <sip:602@b>\r\n", "");
            assertThat(elsewhere.ask(refer).startLine()).startsWith("SIP/2.0 603");
        }
        assertThat(station.exchange.isQuietFor(300)).isTrue();
        assertThat(station.telephony.calls()).hasSize(1);
        refer(up, "Refer-To: <sip:602@example.test>\r\n");
        station.exchange.expect("SIP/2.0 202");
    }

    @Test
    void whoHangsUpAtOnceNeedsNoNews() throws InterruptedException {
        Station.Up up = station.connected("607");
        refer(up, "Refer-To: <sip:602@example.test>\r\n");
        SipText invite = accepted();
        station.inDialog(up.invite(), "BYE", ++sequence, "", "");
        assertThat(station.watcher.awaitEnd().kind()).isEqualTo(Kind.PEER_HUNG_UP);
        station.answer(invite);
        Call now = station.watcher.await("talks", Call::isActive);
        assertThat(now.remote().number()).isEqualTo("602");
    }
}
