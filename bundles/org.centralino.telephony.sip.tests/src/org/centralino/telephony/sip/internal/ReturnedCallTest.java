/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.centralino.telephony.Account;
import org.centralino.telephony.Call;
import org.centralino.telephony.CallState;
import org.centralino.telephony.EndReason.Kind;
import org.centralino.telephony.Party;
import org.centralino.telephony.Transfer;
import org.centralino.telephony.Transfer.Status;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What comes of callers that were sent elsewhere: they are taken back, come back, or are parked. */
class ReturnedCallTest {

    private final Station station = new Station();

    @BeforeEach
    void signIn() throws InterruptedException {
        station.signIn(Account.Dtmf.RFC4733);
    }

    @AfterEach
    void close() {
        station.close();
    }

    private void acceptOffer(String ours, String theirs) throws InterruptedException {
        SipText offer = station.exchange.await("INVITE");
        assertThat(offer.body()).contains("a=" + ours + "\r\n");
        station.exchange.reply(offer, 200, "OK", station.farContact(), Exchange.sdp("127.0.0.1", theirs));
        station.exchange.await("ACK");
    }

    private SipText referred(Station.Up up, String target) throws InterruptedException {
        station.telephony.transfer(up.call().id(), target);
        acceptOffer("sendonly", "recvonly");
        return station.exchange.await("REFER");
    }

    private Call awaitTransfer(Status status) throws InterruptedException {
        return station.watcher.await(status.toString(), call -> {
            Transfer transfer = call.transfer();
            return transfer != null && transfer.status() == status;
        });
    }

    /** Somebody calls. */
    private @Nullable Party returnedFrom(String user, String headers) throws InterruptedException {
        String contact = station.exchange.lastRegister().contact();
        station.exchange.send("INVITE " + contact + " SIP/2.0\r\nVia: SIP/2.0/UDP 127.0.0.1:" + station.exchange.port()
                + ";branch=z9hG4bKback" + user + headers.length() + "\r\nFrom: <sip:" + user
                + "@example.test>;tag=back\r\nTo: <sip:anna@example.test>\r\nCall-ID: back " + user + headers.length()
                + "\r\nCSeq: 1 INVITE\r\nMax-Forwards: 70\r\n" + station.farContact() + "\r\n" + headers
                + "Content-Length: 0\r\n\r\n");
        return station.watcher.awaitState(CallState.Incoming.class).returnedFrom();
    }

    @Test
    void aCallerWhoWasNotTakenIsTakenBack() throws InterruptedException {
        Station.Up up = station.connected("200");
        station.exchange.reply(referred(up, "300"), 603, "Decline", "");
        Call failed = awaitTransfer(Status.FAILED);
        assertThat(failed.isHeldByUs()).isTrue();
        assertThat(Objects.requireNonNull(failed.transfer()).target().number()).isEqualTo("300");
        station.telephony.resume(up.call().id());
        Call back = station.watcher.await("back", call -> call.isActive() && !call.isHeldByUs());
        assertThat(back.transfer()).isNull();
        acceptOffer("sendrecv", "sendrecv");
        Watcher.until(
                "voice", () -> station.media.edges().containsAll(Set.of("microphone > leg 1", "leg 1 > speaker")));
        // Taken back, so a later call of the same party is none that comes back.
        assertThat(returnedFrom("200", "")).isNull();
    }

    @Test
    void aCallerWhoIsTakenBackWhileTheTargetRingsIsNotDisturbedByIt() throws InterruptedException {
        Station.Up up = station.connected("200");
        SipText refer = referred(up, "300");
        station.exchange.reply(refer, 202, "Accepted", station.farContact());
        awaitTransfer(Status.TRYING);
        station.telephony.resume(up.call().id());
        acceptOffer("sendrecv", "sendrecv");
        station.inDialog(
                up.invite(),
                "NOTIFY",
                1,
                station.farContact() + "\r\nEvent: refer\r\nSubscription-State: terminated\r\n"
                        + "Content-Type: message/sipfrag\r\n",
                "SIP/2.0 200 OK\r\n");
        station.exchange.await("SIP/2.0 200");
        assertThat(station.exchange.hears("BYE", 300)).isFalse();
        assertThat(station.telephony.calls()).singleElement().matches(call -> call.isActive() && !call.isHeldByUs());
    }

    @Test
    void anUnansweredTransferThatComesBackSaysFromWhom() throws InterruptedException {
        Station.Up up = station.connected("200");
        SipText refer = referred(up, "300");
        station.exchange.reply(refer, 202, "Accepted", station.farContact());
        awaitTransfer(Status.TRYING);
        station.inDialog(up.invite(), "BYE", 1, "", "");
        assertThat(station.watcher.awaitEnd().kind()).isEqualTo(Kind.TRANSFERRED);
        assertThat(returnedFrom("201", "")).isNull();
        assertThat(Objects.requireNonNull(returnedFrom("200", "")).number()).isEqualTo("300");
        // Once.
        assertThat(returnedFrom("200", "Subject: again\r\n")).isNull();
    }

    @Test
    void aCallThatWeAreSaidToHaveSentComesBackToo() throws InterruptedException {
        Station.Up up = station.connected("200");
        station.exchange.reply(referred(up, "300"), 603, "Decline", "");
        awaitTransfer(Status.FAILED);
        assertThat(returnedFrom("202", "Referred-By: <sip:stranger@example.test>\r\n"))
                .isNull();
        assertThat(Objects.requireNonNull(returnedFrom("203", "Referred-By: <sip:anna@example.test>\r\n"))
                        .number())
                .isEqualTo("300");
    }

    @Test
    void whoIsParkedGoesToTheOrbitOfTheAccount() throws InterruptedException {
        Account account = station.account("anna", Account.Dtmf.RFC4733);
        station.telephony.use(List.of(new Account(
                account.address(),
                account.registrar(),
                account.password(),
                null,
                null,
                null,
                account.srtp(),
                account.dtmf(),
                List.of(),
                "IT",
                "70 0",
                true,
                null)));
        station.watcher.awaitRegistration(org.centralino.telephony.Registration.Registered.class);
        Station.Up up = station.connected("200");
        assertThat(station.telephony.canPark(up.call().id())).isTrue();
        assertThat(station.telephony.masksDigits(up.call().id())).isTrue();
        station.telephony.park(up.call().id());
        acceptOffer("sendonly", "recvonly");
        assertThat(station.exchange.await("REFER").header("Refer-To")).isEqualTo("<sip:700@example.test>");
    }
}
