/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.session;

import java.text.ParseException;
import java.util.Locale;
import javax.sip.Dialog;
import javax.sip.DialogState;
import javax.sip.InvalidArgumentException;
import javax.sip.RequestEvent;
import javax.sip.ServerTransaction;
import javax.sip.SipException;
import javax.sip.header.AllowHeader;
import javax.sip.header.ContentTypeHeader;
import javax.sip.message.Message;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.centralino.telephony.sip.internal.transport.AccountLine;
import org.centralino.telephony.sip.internal.transport.Messages;
import org.eclipse.jdt.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The session an INVITE sets up, whoever sent it (RFC 3261, 12 to 15). Confined to its line's executor. */
public abstract class InviteSession {

    /** RFC 4028, 6. */
    static final int SESSION_INTERVAL_TOO_SMALL = 422;

    private static final Logger LOG = LoggerFactory.getLogger(InviteSession.class);

    final AccountLine line;
    final SessionListener listener;

    @Nullable
    Dialog dialog;

    private final Responder responder;
    private final SessionRequests requests;
    private final ReferUsages refers;
    private final FocusSubscription focus;
    private final SessionTimer timer;
    private final TheirOffers theirs = new TheirOffers(this);
    private boolean updates;

    /** @param toTag ours, where the far side does not know it yet */
    InviteSession(AccountLine line, SessionListener listener, @Nullable String toTag) {
        this.line = line;
        this.listener = listener;
        this.responder = new Responder(line, toTag);
        this.requests = new SessionRequests(line, listener);
        this.refers = new ReferUsages(line);
        this.focus = new FocusSubscription(line, listener::rosterChanged);
        this.timer =
                new SessionTimer(line.executor(), this::refresh, () -> listener.lost("The session was not refreshed"));
    }

    public AccountLine line() {
        return line;
    }

    final SessionTimer timer() {
        return timer;
    }

    /** Whether what the session says cannot be read on the way to the exchange. */
    public boolean isConfidential() {
        return line.isConfidential();
    }

    /**
     * Ends the session (RFC 3261, 15.1.1).
     *
     * @param reason the value of Reason (RFC 3326), null when there is none to be told
     */
    public void bye(@Nullable String reason) {
        refers.close();
        focus.close();
        timer.stop();
        bye(dialog, reason);
    }

    final void bye(@Nullable Dialog ended, @Nullable String reason) {
        requests.bye(ended, reason);
    }

    /** Says to the far side that the session goes on. */
    private void refresh() {
        Dialog current = confirmed();
        if (current == null) {
            timer.stop();
        } else if (updates) {
            new Refresh(this, current).send();
        } else {
            listener.refreshDue();
        }
    }

    /** The far side has no use for UPDATE. */
    final void refreshByInvite() {
        updates = false;
        listener.refreshDue();
    }

    /** Takes note of what the far side says that it can do. */
    final void heard(Message message) {
        focus.heard(message);
        if (message.getHeader(AllowHeader.NAME) != null) {
            updates = Options.allows(message, Request.UPDATE);
        }
    }

    /** Offers a change of the session (RFC 3261, 14.1); none of ours may be open. */
    public void reinvite(String sdp) {
        Dialog current = dialog;
        if (current == null) {
            listener.offerRefused(0, "No session");
        } else {
            new Reinvite(this, current, sdp).send();
        }
    }

    /** Sends the far side to {@code referTo}, a URI (RFC 3515). */
    public void refer(String referTo, ReferralListener told) {
        refers.refer(dialog, referTo, told);
    }

    /** What makes a call to this session's far side take this session's place (RFC 3891); null when it is not up. */
    public @Nullable String referTo() {
        Dialog current = confirmed();
        if (current == null) {
            return null;
        }
        String target =
                Messages.withoutHeaders(current.getRemoteTarget().getURI()).toString();
        // The far side's own tag is its local one, which To carries to it.
        Replacement place =
                new Replacement(current.getCallId().getCallId(), current.getRemoteTag(), current.getLocalTag(), false);
        return target + "?" + Replacement.HEADER + "=" + place.escaped();
    }

    /** Whether {@code place} names this session, and it is up; may be called on any thread that knows it was answered. */
    public boolean isNamedBy(Replacement place) {
        Dialog current = confirmed();
        return current != null
                && place.callId().equals(current.getCallId().getCallId())
                && place.toTag().equals(current.getLocalTag())
                && place.fromTag().equals(current.getRemoteTag());
    }

    private @Nullable Dialog confirmed() {
        Dialog current = dialog;
        return current != null && current.getState() == DialogState.CONFIRMED ? current : null;
    }

    final void acknowledge(Dialog answered, long sequence, @Nullable Request invite) {
        if (requests.acknowledge(answered, sequence, invite) && answered.equals(dialog)) {
            focus.begin(answered);
        }
    }

    /** Sends a DTMF digit by INFO. */
    public void sendDigit(char digit, int durationMs) {
        requests.digit(dialog, digit, durationMs);
    }

    /** Takes a request of the far side within the session. */
    public void onRequest(RequestEvent event, @Nullable ServerTransaction transaction) {
        Request request = event.getRequest();
        Dialog current = dialog;
        if (current != null && !current.equals(event.getDialog())) {
            onOtherBranch(request, transaction);
            return;
        }
        if (request.getMethod().equals(Request.ACK)) {
            listener.confirmed(Messages.sdp(request));
            if (current != null) {
                focus.begin(current);
            }
            return;
        }
        if (transaction == null) {
            return;
        }
        switch (request.getMethod()) {
            case Request.BYE -> {
                respond(transaction, request, Response.OK);
                refers.close();
                focus.close();
                timer.stop();
                onBye(request);
                listener.peerHungUp();
            }
            case Request.INVITE -> theirs.invited(request, transaction);
            case Request.UPDATE -> theirs.updated(request, transaction);
            case Request.PRACK -> onPrack(request, transaction);
            case Request.INFO -> respond(transaction, request, infoStatus(request));
            case Request.NOTIFY -> respond(transaction, request, notified(request));
            case Request.REFER -> onRefer(event, transaction);
            default -> respond(transaction, request, OtherRequests.status(request.getMethod()));
        }
    }

    private int notified(Request notify) {
        return FocusSubscription.isEventOf(notify) ? focus.notified(notify) : refers.notified(notify);
    }

    /** A branch of a fork that another one was preferred to. */
    private void onOtherBranch(Request request, @Nullable ServerTransaction transaction) {
        if (transaction != null) {
            boolean bye = request.getMethod().equals(Request.BYE);
            respond(transaction, request, bye ? Response.OK : Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST);
        }
    }

    /** The far side ended the session, perhaps before it was answered. */
    void onBye(Request bye) {
        // An answered one needs nothing more.
    }

    /** The far side heard a provisional response of ours. */
    void onPrack(Request prack, ServerTransaction transaction) {
        respond(transaction, prack, Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST);
    }

    private static int infoStatus(Request request) {
        ContentTypeHeader type = (ContentTypeHeader) request.getHeader(ContentTypeHeader.NAME);
        boolean dtmf = type == null
                || type.getContentSubType().toLowerCase(Locale.ROOT).startsWith("dtmf");
        return dtmf ? Response.OK : Response.UNSUPPORTED_MEDIA_TYPE;
    }

    private void onRefer(RequestEvent event, ServerTransaction transaction) {
        int status = refers.judge(event, dialog);
        try {
            Response response = response(event.getRequest(), status);
            if (status == Response.ACCEPTED) {
                response.setHeader(line.contact());
            }
            transaction.sendResponse(response);
        } catch (SipException | InvalidArgumentException | ParseException e) {
            LOG.warn("{}: {} to REFER not sent: {}", line.account(), status, e.getMessage());
        }
        IncomingReferral referral = refers.accepted();
        if (status == Response.ACCEPTED && referral != null) {
            referral.trying();
            listener.referred(referral);
        }
    }

    /** Whether the far side has no offer of ours to answer first in {@code offering}. */
    boolean isOfferFree(@Nullable Dialog offering) {
        return true;
    }

    /** Answers the INVITE or UPDATE that {@link SessionListener#reoffered} told of. */
    public void answerReoffer(String sdp) {
        theirs.answer(sdp);
    }

    /** Refuses it; the session goes on as it was (RFC 3261, 14.2). */
    public void refuseReoffer(int status) {
        theirs.refuse(status);
    }

    /** An offer made in {@code answered} is being answered. */
    void onAnswer(@Nullable Dialog answered) {
        // There is but one, in general.
    }

    final void respond(ServerTransaction transaction, Request request, int status) {
        responder.respond(transaction, request, status, "");
    }

    final void respond(ServerTransaction transaction, Request request, int status, String warning) {
        responder.respond(transaction, request, status, warning);
    }

    /** 200 to INVITE or UPDATE. */
    final void respondInSession(ServerTransaction transaction, Request request, @Nullable String sdp) {
        try {
            Response response = response(request, Response.OK);
            response.setHeader(line.contact());
            heard(request);
            if (request.getMethod().equals(Request.INVITE) || confirmed() != null) {
                timer.answer(request, response);
            }
            if (sdp != null) {
                Messages.body(response, "application", "sdp", sdp);
            }
            transaction.sendResponse(response);
        } catch (SipException | InvalidArgumentException | ParseException e) {
            LOG.warn("{}: 200 to {} not sent: {}", line.account(), request.getMethod(), e.getMessage());
            listener.lost("200 not sent");
        }
    }

    /** A response to {@code request}, signed. */
    final Response response(Request request, int status) throws ParseException {
        return responder.response(request, status);
    }
}
