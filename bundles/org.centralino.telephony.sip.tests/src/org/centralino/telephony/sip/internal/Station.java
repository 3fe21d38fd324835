/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal;

import java.util.List;
import org.centralino.telephony.Account;
import org.centralino.telephony.Call;
import org.centralino.telephony.CallState;

/** A telephone signed in to a far side that a test speaks for. */
final class Station implements AutoCloseable {

    final FakeMedia media = new FakeMedia();
    final Watcher watcher = new Watcher();
    final Exchange exchange;
    final SipTelephony telephony = new SipTelephony(media);
    private String dialled = "";
    private int branch;

    Station() {
        this(new UdpWire());
    }

    Station(Wire wire) {
        exchange = new Exchange(wire);
        telephony.addCallListener(watcher);
        telephony.addRegistrationListener(watcher);
    }

    /** Signs anna in. */
    void signIn(Account.Dtmf dtmf) throws InterruptedException {
        telephony.use(List.of(account("anna", dtmf)));
        watcher.awaitRegistration(org.centralino.telephony.Registration.Registered.class);
    }

    /** Signs anna in with sound encrypted or not. */
    void signIn(Account.Srtp srtp) throws InterruptedException {
        Account plain = account("anna", Account.Dtmf.RFC4733);
        telephony.use(List.of(new Account(
                plain.address(),
                plain.registrar(),
                plain.password(),
                plain.authUser(),
                plain.displayName(),
                plain.outboundProxy(),
                srtp,
                plain.dtmf(),
                plain.codecs(),
                plain.country())));
        watcher.awaitRegistration(org.centralino.telephony.Registration.Registered.class);
    }

    /** Signs anna in with requests other than REGISTER going to a proxy at a port of loopback. */
    void signInBehind(int port) throws InterruptedException {
        Account account = account("anna", Account.Dtmf.RFC4733);
        telephony.use(List.of(new Account(
                account.address(),
                account.registrar(),
                account.password(),
                account.authUser(),
                account.displayName(),
                "sip:127.0.0.1:" + port,
                account.srtp(),
                account.dtmf(),
                account.codecs(),
                account.country())));
        watcher.awaitRegistration(org.centralino.telephony.Registration.Registered.class);
    }

    Account account(String user, Account.Dtmf dtmf) {
        return new Account(
                "sip:" + user + "@example.test",
                exchange.uri(),
                "secret",
                null,
                "Anna",
                null,
                Account.Srtp.OFF,
                dtmf,
                List.of(),
                "IT");
    }

    /** Where the far side is. */
    String farContact() {
        return "Contact: <" + exchange.uri() + ">";
    }

    /** Dials and gives the INVITE. */
    SipText dial(String target) throws InterruptedException {
        dialled = telephony.dial(target);
        return exchange.expect("INVITE");
    }

    /** The call that {@link #dial} made. */
    String dialled() {
        return dialled;
    }

    void answer(SipText invite) throws InterruptedException {
        exchange.reply(invite, 200, "OK", farContact(), Exchange.sdp("127.0.0.1", "sendrecv"));
        exchange.await("ACK");
    }

    /** A call that was dialled and answered. */
    Up connected(String target) throws InterruptedException {
        SipText invite = dial(target);
        answer(invite);
        return new Up(invite, watcher.awaitState(CallState.Active.class));
    }

    /**
     * A call that is up.
     *
     * @param invite ours
     * @param call as it was told
     */
    record Up(SipText invite, Call call) {}

    /** A request of the far side in the dialog of our INVITE. */
    void inDialog(SipText invite, String method, int sequence, String headers, String body) {
        exchange.send(inDialogText(invite, method, sequence, headers, body).text());
    }

    /** The same, not sent. */
    SipText inDialogText(SipText invite, String method, int sequence, String headers, String body) {
        return new SipText(method + " " + invite.contact() + " SIP/2.0\r\n" + via() + "From: " + invite.header("To")
                + ";tag=far\r\nTo: " + invite.header("From") + "\r\nCall-ID: " + invite.header("Call-ID") + "\r\nCSeq: "
                + sequence + " " + method + "\r\nMax-Forwards: 70\r\n" + headers + "Content-Length: " + body.length()
                + "\r\n\r\n" + body);
    }

    /** A request outside any dialog, to the contact we registered. */
    SipText outside(String method, String callId, String headers, String body) throws InterruptedException {
        SipText request = outsideText(method, callId, headers, body);
        exchange.send(request.text());
        return request;
    }

    /** The same, not sent. */
    SipText outsideText(String method, String callId, String headers, String body) {
        String contact = exchange.lastRegister().contact();
        return new SipText(method + " " + contact + " SIP/2.0\r\n" + via()
                + "From: \"Bruno\" <sip:bruno@example.test>;tag=b\r\nTo: <sip:anna@example.test>\r\nCall-ID: " + callId
                + "\r\nCSeq: 7 " + method + "\r\nMax-Forwards: 70\r\n" + farContact() + "\r\n" + headers
                + "Content-Length: " + body.length() + "\r\n\r\n" + body);
    }

    /** Somebody calls. */
    SipText invite(String callId) throws InterruptedException {
        return outside("INVITE", callId, "Content-Type: application/sdp\r\n", Exchange.sdp("127.0.0.1", "sendrecv"));
    }

    /** CANCEL of what {@link #invite} sent. */
    void cancel(SipText invite, String headers) {
        exchange.send(invite.startLine().replace("INVITE", "CANCEL") + "\r\nVia: " + invite.header("Via") + "\r\nFrom: "
                + invite.header("From") + "\r\nTo: " + invite.header("To") + "\r\nCall-ID: " + invite.header("Call-ID")
                + "\r\nCSeq: 7 CANCEL\r\nMax-Forwards: 70\r\n" + headers + "Content-Length: 0\r\n\r\n");
    }

    /** ACK of our 200. */
    void ack(SipText ok, String body) {
        String type = body.isEmpty() ? "" : "Content-Type: application/sdp\r\n";
        exchange.send("ACK " + ok.contact() + " SIP/2.0\r\n" + via() + "From: " + ok.header("From") + "\r\nTo: "
                + ok.header("To") + "\r\nCall-ID: " + ok.header("Call-ID")
                + "\r\nCSeq: 7 ACK\r\nMax-Forwards: 70\r\n" + type + "Content-Length: " + body.length() + "\r\n\r\n"
                + body);
    }

    private String via() {
        return "Via: SIP/2.0/" + exchange.transport() + " 127.0.0.1:" + exchange.port() + ";branch=z9hG4bKtest"
                + ++branch + "\r\n";
    }

    @Override
    public void close() {
        telephony.deactivate();
        exchange.close();
    }
}
