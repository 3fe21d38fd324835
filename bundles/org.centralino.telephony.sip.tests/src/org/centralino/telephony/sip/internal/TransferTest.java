/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.centralino.telephony.Account;
import org.centralino.telephony.Call;
import org.centralino.telephony.CallState;
import org.centralino.telephony.EndReason;
import org.centralino.telephony.EndReason.Kind;
import org.centralino.telephony.Transfer;
import org.centralino.telephony.Transfer.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** We send the far side to somebody else (RFC 3515). */
class TransferTest {

    private static final String ACTIVE = "active;expires=60";
    private static final String TERMINATED = "terminated;reason=noresource";

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

    /** The far side takes the re-INVITE that holds it. */
    private void takeHold() throws InterruptedException {
        SipText hold = station.exchange.await("INVITE");
        assertThat(hold.body()).contains("a=sendonly");
        station.exchange.reply(hold, 200, "OK", station.farContact(), Exchange.sdp("127.0.0.1", "recvonly"));
        station.exchange.await("ACK");
    }

    private SipText referred(Station.Up up, String target) throws InterruptedException {
        station.telephony.transfer(up.call().id(), target);
        takeHold();
        return station.exchange.await("REFER");
    }

    private void accept(SipText refer) {
        station.exchange.reply(refer, 202, "Accepted", station.farContact());
    }

    private int notify(Station.Up up, String event, String state, String type, String body)
            throws InterruptedException {
        String headers = station.farContact() + "\r\nEvent: " + event + "\r\nSubscription-State: " + state + "\r\n"
                + (type.isEmpty() ? "" : "Content-Type: " + type + "\r\n");
        station.inDialog(up.invite(), "NOTIFY", ++sequence, headers, body);
        SipText response = station.exchange.await("SIP/2.0 ");
        assertThat(response.header("CSeq")).isEqualTo(sequence + " NOTIFY");
        return Integer.parseInt(response.startLine().substring(8, 11));
    }

    private void notify(Station.Up up, String state, String line) throws InterruptedException {
        assertThat(notify(up, "refer", state, "message/sipfrag;version=2.0", "SIP/2.0 " + line + "\r\n"))
                .isEqualTo(200);
    }

    private Call awaitTransfer(Status status) throws InterruptedException {
        return station.watcher.await(status.toString(), call -> {
            Transfer transfer = call.transfer();
            return transfer != null && transfer.status() == status;
        });
    }

    private EndReason awaitFailure() throws InterruptedException {
        Call call = awaitTransfer(Status.FAILED);
        assertThat(call.isHeldByUs()).isTrue();
        Transfer transfer = Objects.requireNonNull(call.transfer());
        return Objects.requireNonNull(transfer.failure());
    }

    @Test
    void theReferSaysWhereToAndByWhom() throws InterruptedException {
        Station.Up up = station.connected("200");
        SipText refer = referred(up, "+39 02 300");
        assertThat(refer.header("Refer-To")).isEqualTo("<sip:+3902300@example.test>");
        assertThat(refer.header("Referred-By")).isEqualTo("<sip:anna@example.test>");
        assertThat(refer.header("Contact")).isNotEmpty();
        assertThat(refer.header("To")).contains(";tag=far");
        assertThat(refer.header("Call-ID")).isEqualTo(up.invite().header("Call-ID"));
    }

    @Test
    void whoIsTransferredTellsOfItAndOurLegEnds() throws InterruptedException {
        Station.Up up = station.connected("200");
        accept(referred(up, "300"));
        awaitTransfer(Status.TRYING);
        notify(up, ACTIVE, "100 Trying");
        notify(up, ACTIVE, "180 Ringing");
        assertThat(awaitTransfer(Status.RINGING).isHeldByUs()).isTrue();
        notify(up, TERMINATED, "200 OK");
        station.exchange.reply(station.exchange.await("BYE"), 200, "OK", "");
        assertThat(station.watcher.awaitEnd().kind()).isEqualTo(Kind.TRANSFERRED);
    }

    @ParameterizedTest
    @CsvSource({"603, REJECTED", "405, FAILED", "403, NOT_ALLOWED", "501, NETWORK"})
    void aRefusedReferIsAFailedTransfer(int status, Kind kind) throws InterruptedException {
        Station.Up up = station.connected("200");
        station.exchange.reply(referred(up, "300"), status, "No", "");
        EndReason reason = awaitFailure();
        assertThat(reason.kind()).isEqualTo(kind);
        assertThat(reason.sipStatus()).isEqualTo(status);
        assertThat(reason.phrase()).isEqualTo("No");
        assertThat(station.telephony.calls()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"486 Busy Here, BUSY", "408 Request Timeout, NO_ANSWER", "480 Gone, NO_ANSWER", "404 Who, NOT_FOUND"})
    void aTargetThatDoesNotAnswerIsAFailedTransfer(String line, Kind kind) throws InterruptedException {
        Station.Up up = station.connected("200");
        accept(referred(up, "300"));
        notify(up, ACTIVE, "100 Trying");
        notify(up, TERMINATED, line);
        EndReason reason = awaitFailure();
        assertThat(reason.kind()).isEqualTo(kind);
        assertThat(reason.sipStatus()).isEqualTo(Integer.parseInt(line.substring(0, 3)));
    }

    @ParameterizedTest
    @CsvSource({
        "100 Trying, terminated;reason=noresource, NETWORK",
        "180 Ringing, terminated;reason=timeout, NO_ANSWER",
        "180 Ringing, terminated, NO_ANSWER",
        "100 Trying, terminated;reason=rejected, REJECTED"
    })
    void aSubscriptionThatEndsWithoutAnOutcomeKeepsTheCaller(String line, String state, Kind kind)
            throws InterruptedException {
        Station.Up up = station.connected("200");
        accept(referred(up, "300"));
        notify(up, ACTIVE, line);
        assertThat(notify(up, "refer", state, "", "")).isEqualTo(200);
        assertThat(awaitFailure().kind()).isEqualTo(kind);
    }

    @Test
    void aChallengedReferIsAnswered() throws InterruptedException {
        Station.Up up = station.connected("200");
        station.exchange.reply(
                referred(up, "300"),
                407,
                "Proxy Authentication Required",
                "Proxy-Authenticate: Digest realm=\"example.test\", nonce=\"n1\", algorithm=MD5, qop=\"auth\"");
        SipText again = station.exchange.await("REFER");
        assertThat(again.header("Proxy-Authorization")).contains("username=\"anna\"");
        assertThat(again.header("Refer-To")).isEqualTo("<sip:300@example.test>");
        accept(again);
        String id = again.header("CSeq").split(" ")[0];
        assertThat(notify(up, "refer;id=" + id, TERMINATED, "message/sipfrag", "SIP/2.0 486 Busy\r\n"))
                .isEqualTo(200);
        assertThat(awaitFailure().kind()).isEqualTo(Kind.BUSY);
    }

    @Test
    void aNotifyThatOvertakesThe202Counts() throws InterruptedException {
        Station.Up up = station.connected("200");
        SipText refer = referred(up, "300");
        notify(up, ACTIVE, "180 Ringing");
        awaitTransfer(Status.RINGING);
        accept(refer);
        notify(up, TERMINATED, "200 OK");
        assertThat(station.watcher.awaitEnd().kind()).isEqualTo(Kind.TRANSFERRED);
    }

    @Test
    void newsOfAnEarlierReferAreNotTakenForTheLaterOne() throws InterruptedException {
        Station.Up up = station.connected("200");
        SipText first = referred(up, "300");
        accept(first);
        notify(up, TERMINATED, "486 Busy");
        awaitFailure();
        station.telephony.transfer(up.call().id(), "301");
        SipText second = station.exchange.await("REFER");
        accept(second);
        String earlier = first.header("CSeq").split(" ")[0];
        String later = second.header("CSeq").split(" ")[0];
        assertThat(notify(up, "refer;id=" + earlier, TERMINATED, "message/sipfrag", "SIP/2.0 200 OK\r\n"))
                .isEqualTo(200);
        assertThat(notify(up, "refer;id=99999", TERMINATED, "message/sipfrag", "SIP/2.0 200 OK\r\n"))
                .isEqualTo(481);
        assertThat(notify(up, "refer;id=" + later, ACTIVE, "message/sipfrag", "SIP/2.0 180 Ringing\r\n"))
                .isEqualTo(200);
        Call ringing = awaitTransfer(Status.RINGING);
        assertThat(ringing.isActive()).isTrue();
        assertThat(Objects.requireNonNull(ringing.transfer()).target().number()).isEqualTo("301");
    }

    @Test
    void notifiesThatAreNoneOfThisAreRefused() throws InterruptedException {
        Station.Up up = station.connected("200");
        assertThat(notify(up, "refer", ACTIVE, "message/sipfrag", "SIP/2.0 200 OK\r\n"))
                .isEqualTo(481);
        accept(referred(up, "300"));
        assertThat(notify(up, "presence", ACTIVE, "message/sipfrag", "SIP/2.0 200 OK\r\n"))
                .isEqualTo(489);
        assertThat(notify(up, "refer", ACTIVE, "text/plain", "SIP/2.0 200 OK\r\n"))
                .isEqualTo(415);
        assertThat(notify(up, "refer", ACTIVE, "message/sipfrag", "so far so good\r\n"))
                .isEqualTo(400);
        assertThat(station.telephony.calls().get(0).isActive()).isTrue();
        notify(up, TERMINATED, "200 OK");
        assertThat(station.watcher.awaitEnd().kind()).isEqualTo(Kind.TRANSFERRED);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anAttendedTransferNamesTheCallToBeReplaced(boolean succeeds) throws InterruptedException {
        Station.Up first = station.connected("200");
        station.telephony.hold(first.call().id());
        takeHold();
        SipText second = station.dial("300");
        station.answer(second);
        station.watcher.await("second", call -> call.id().equals(station.dialled()) && call.isActive());
        station.telephony.transferTo(first.call().id(), station.dialled());
        takeHold();
        SipText refer = station.exchange.await("REFER");
        assertThat(refer.header("Call-ID")).isEqualTo(first.invite().header("Call-ID"));
        String ours = second.header("From").replaceAll(".*;tag=", "");
        String place = second.header("Call-ID") + ";to-tag=far;from-tag=" + ours;
        assertThat(refer.header("Refer-To"))
                .isEqualTo("<" + station.exchange.uri() + "?Replaces="
                        + place.replace("@", "%40").replace(";", "%3B").replace("=", "%3D") + ">");
        accept(refer);
        notify(first, TERMINATED, succeeds ? "200 OK" : "481 No such call");
        if (succeeds) {
            assertThat(station.watcher.awaitEnd().kind()).isEqualTo(Kind.TRANSFERRED);
            assertThat(station.watcher.awaitEnd().kind()).isEqualTo(Kind.TRANSFERRED);
        } else {
            assertThat(awaitFailure().sipStatus()).isEqualTo(481);
            assertThat(station.telephony.calls()).hasSize(2);
        }
    }

    @Test
    void whoHangsUpOnATransferEndsItsNews() throws InterruptedException {
        Station.Up up = station.connected("200");
        accept(referred(up, "300"));
        station.inDialog(up.invite(), "BYE", ++sequence, "", "");
        assertThat(station.watcher.awaitEnd().kind()).isEqualTo(Kind.TRANSFERRED);
        assertThat(station.telephony.calls()).noneMatch(Call::isActive);
        assertThat(station.watcher.seen.getLast().state()).isInstanceOf(CallState.Ended.class);
    }
}
