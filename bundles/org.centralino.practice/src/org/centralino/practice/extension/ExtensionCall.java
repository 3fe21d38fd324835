/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.practice.extension;

import java.io.IOException;
import java.text.ParseException;
import java.time.Duration;
import javax.sip.ServerTransaction;
import javax.sip.SipException;
import javax.sip.header.CallIdHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.centralino.practice.media.Direction;
import org.centralino.practice.media.Sound;
import org.centralino.practice.report.CallRecord;
import org.centralino.practice.sip.CallDialog;
import org.centralino.practice.sip.CallUser;
import org.centralino.practice.sip.Messages;
import org.centralino.practice.sip.Replaces;
import org.centralino.practice.sip.User;
import org.eclipse.jdt.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One call of an extension: what its {@link Extension} may do with it. Lives on the signalling thread. */
public final class ExtensionCall implements CallUser {
    private static final Logger LOG = LoggerFactory.getLogger(ExtensionCall.class);
    private static final Duration PROBE_INTERVAL = Duration.ofSeconds(30);

    private final Calls calls;
    private Extension extension;
    private final String number;
    private final User peer;
    private final CallRecord record;
    private final CallDialog dialog;
    private final LegEvents events = new LegEvents(this);
    private final String invitation;
    private @Nullable Session session;
    private boolean connected;
    private boolean ended;

    /** A call that comes in. */
    ExtensionCall(Calls calls, Extension extension, String number, User caller, ServerTransaction transaction)
            throws SipException {
        this.calls = calls;
        this.extension = extension;
        this.number = number;
        peer = caller;
        Request invite = transaction.getRequest();
        invitation = Messages.body(invite);
        String callId = ((CallIdHeader) invite.getHeader(CallIdHeader.NAME)).getCallId();
        dialog = CallDialog.incoming(calls.node(), calls.signalling(), number, this, transaction);
        record = calls.log().started(callId, number, caller.address(), address(number));
    }

    /** A call that the exchange makes, to one of the callee's contacts. */
    ExtensionCall(Calls calls, Extension extension, String number, User callee, String contact, String replaces)
            throws SipException, ParseException, IOException {
        this.calls = calls;
        this.extension = extension;
        this.number = number;
        peer = callee;
        invitation = "";
        Session opened = new Session(calls.clock(), events, false);
        session = opened;
        try {
            dialog = CallDialog.outgoing(
                    calls.node(), calls.signalling(), number, callee, contact, replaces, opened.firstOffer(), this);
        } catch (SipException | ParseException | RuntimeException e) {
            opened.close();
            throw e;
        }
        record = calls.log().started(dialog.callId(), number, address(number), callee.address());
        record.sound(opened.leg()::report);
    }

    private static String address(String number) {
        return "sip:" + number + "@" + User.DOMAIN;
    }

    public void ring() {
        dialog.ring();
        record.responded(Response.RINGING);
    }

    public void refuse(int status) {
        record.responded(status);
        dialog.refuse(status);
    }

    /** Takes the call in the first format of the caller's that the exchange can speak. */
    public void answer() {
        answer(false);
    }

    /** Takes the call in the caller's first format, whatever it is, and video with it. */
    void answerInAnyFormat() {
        answer(true);
    }

    private void answer(boolean anyFormat) {
        if (ended || session != null) {
            return;
        }
        try {
            Session opened = new Session(calls.clock(), events, anyFormat);
            session = opened;
            record.sound(opened.leg()::report);
            String sdp = invitation.isEmpty() ? opened.firstOffer() : opened.offered(invitation);
            record.responded(Response.OK);
            dialog.answer(sdp);
        } catch (IllegalArgumentException e) {
            LOG.info("Call to {} refused: {}", number, e.getMessage());
            refuse(Response.NOT_ACCEPTABLE_HERE);
        } catch (IOException e) {
            LOG.warn("Call to {} refused", number, e);
            refuse(Response.SERVICE_UNAVAILABLE);
        }
    }

    public void hangUp() {
        dialog.hangUp();
    }

    private Session session() {
        Session opened = session;
        if (opened == null) {
            throw new IllegalStateException("call to " + number + " has no media");
        }
        return opened;
    }

    /** @param sound heard from now on */
    public void play(Sound sound) {
        session().leg().play(sound);
    }

    /** Sends back every packet that comes. */
    void echo() {
        session().echo();
    }

    /** Lets this call and the other hear each other from now on. */
    void bridge(ExtensionCall other) {
        session().bridge(other.session());
    }

    public void hold() {
        dialog.offer(session().offer(Direction.SENDONLY));
    }

    public void resume() {
        dialog.offer(session().offer(Direction.SENDRECV));
    }

    /** Asks the other side to call that number instead. */
    public void refer(String target) {
        dialog.refer(address(target));
    }

    /** Does something later, unless the call is over by then. */
    public void after(Duration delay, Runnable task) {
        calls.signalling().after(delay, () -> {
            if (!ended) {
                task.run();
            }
        });
    }

    /** The call is another extension's from now on. */
    void become(Extension other) {
        extension = other;
        extension.connected(this);
    }

    /** Calls the other side anew after this call, for the same extension. */
    void callBack(Duration delay) {
        calls.signalling().after(delay, () -> calls.call(extension, number, peer, ""));
    }

    public boolean wasConnected() {
        return connected;
    }

    void digit(char digit) {
        calls.signalling().execute(() -> {
            if (!ended) {
                record.digit(digit);
                extension.digit(this, digit);
            }
        });
    }

    void called() {
        extension.called(this);
    }

    boolean isReplacedBy(Replaces replaces) {
        return connected && !ended && dialog.isReplacedBy(replaces);
    }

    Extension extension() {
        return extension;
    }

    String number() {
        return number;
    }

    @Override
    public String offered(String sdp) {
        try {
            return session().offered(sdp);
        } catch (IOException e) {
            throw new IllegalArgumentException("no ports for media", e);
        }
    }

    @Override
    public String offer() {
        return session().offer();
    }

    @Override
    public void answered(String sdp) {
        session().answered(sdp);
    }

    /** A telephone that was unplugged says no goodbye. */
    private void watch() {
        after(PROBE_INTERVAL, () -> {
            dialog.probe();
            watch();
        });
    }

    @Override
    public void established() {
        connected = true;
        watch();
        record.responded(Response.OK);
        extension.connected(this);
    }

    @Override
    public void progress(int status) {
        record.responded(status);
    }

    @Override
    public void refused(int status) {
        record.responded(status);
        extension.refused(this, status);
    }

    @Override
    public void info(String body) {
        Character digit = InfoDigit.in(body);
        if (digit != null) {
            digit(digit);
        }
    }

    @Override
    public boolean transferAsked(Request refer) {
        return calls.transfer(
                this,
                refer,
                (status, last) -> after(Duration.ZERO, () -> {
                    // After the 202, which is on its way when this is told.
                    dialog.notifyTransfer(status, last);
                }));
    }

    @Override
    public void transferProgress(String sipfrag) {
        String[] words = sipfrag.split("[ \\r\\n]+", 3);
        if (words.length > 1 && words[1].matches("\\d{3}")) {
            extension.transferProgress(this, Integer.parseInt(words[1]));
        }
    }

    @Override
    public void ended(String by) {
        ended = true;
        record.ended(by);
        Session opened = session;
        if (opened != null) {
            opened.close();
        }
        calls.ended(this);
        extension.ended(this);
    }
}
