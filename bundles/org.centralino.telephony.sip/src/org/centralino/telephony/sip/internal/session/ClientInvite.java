/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.session;

import java.text.ParseException;
import java.util.function.Consumer;
import javax.sip.ClientTransaction;
import javax.sip.Dialog;
import javax.sip.ResponseEvent;
import javax.sip.SipException;
import javax.sip.address.URI;
import javax.sip.header.CSeqHeader;
import javax.sip.header.Header;
import javax.sip.header.ReasonHeader;
import javax.sip.header.RetryAfterHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.centralino.telephony.EndReason;
import org.centralino.telephony.sip.internal.call.EndReasons;
import org.centralino.telephony.sip.internal.transport.AccountLine;
import org.centralino.telephony.sip.internal.transport.Endpoint;
import org.centralino.telephony.sip.internal.transport.Messages;
import org.centralino.telephony.sip.internal.transport.ResponseSink;
import org.eclipse.jdt.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A session we ask for (RFC 3261, 13.2): challenges, redirections, CANCEL, forks. */
public final class ClientInvite extends InviteSession implements ResponseSink {

    private static final Logger LOG = LoggerFactory.getLogger(ClientInvite.class);
    private static final String ELSEWHERE = "SIP;cause=200;text=\"Call completed elsewhere\"";

    private final String fromTag = AccountLine.newTag();
    private final String target;
    private final @Nullable IncomingReferral referral;
    private String sdp = "";
    private @Nullable URI to;
    private @Nullable NextTry next;
    private @Nullable String callId;
    private long sequence;
    private boolean provisional;
    private boolean cancelled;
    private boolean finished;
    private Provisionals provisionals;
    private @Nullable Request request;
    private @Nullable ClientTransaction transaction;
    private @Nullable String reason;

    /** @param target the SIP URI to call */
    public ClientInvite(AccountLine line, String target, SessionListener listener) {
        super(line, listener, null);
        this.target = target;
        this.referral = null;
        this.provisionals = new Provisionals(line);
    }

    /** A session that the far side of another one asks for, which is told what comes of this one. */
    public ClientInvite(AccountLine line, IncomingReferral referral, SessionListener listener) {
        super(line, listener, null);
        this.target = referral.target();
        this.referral = referral;
        this.provisionals = new Provisionals(line);
    }

    /** Sends the INVITE. */
    public void invite(String offer) {
        sdp = offer;
        try {
            URI uri = Messages.ADDRESSES.createURI(target);
            to = uri;
            next = new NextTry(line, timer(), uri);
            callId = line.newCallId();
            send();
        } catch (ParseException e) {
            refuse(EndReasons.of(Response.ADDRESS_INCOMPLETE, "Not an address"));
        } catch (SipException e) {
            LOG.warn("{}: INVITE not sent: {}", line.account(), e.getMessage());
            refuse(EndReasons.network("Not sent"));
        }
    }

    private void send() throws SipException {
        String id = callId;
        URI address = to;
        NextTry going = next;
        if (id == null || address == null || going == null) {
            throw new SipException("No target");
        }
        Request invite = line.request(Request.INVITE, going.target(), address, id, ++sequence, fromTag);
        invite.setHeader(line.contact());
        IncomingReferral asked = referral;
        if (asked != null) {
            asked.headers().forEach(header -> invite.setHeader((Header) header.clone()));
        }
        try {
            timer().ask(invite);
        } catch (ParseException e) {
            throw new SipException("Session timer cannot be written", e);
        }
        Messages.body(invite, "application", "sdp", sdp);
        provisional = false;
        provisionals = new Provisionals(line);
        request = invite;
        transaction = line.send(invite, this);
    }

    /**
     * Gives up: CANCEL as soon as it may be sent (RFC 3261, 9.1).
     *
     * @param why the value of Reason (RFC 3326), null when there is none to be told
     */
    public void cancel(@Nullable String why) {
        cancelled = true;
        reason = why;
        if (provisional && !finished) {
            sendCancel();
        }
    }

    private void sendCancel() {
        ClientTransaction current = transaction;
        Endpoint endpoint = line.endpoint();
        if (current == null || endpoint == null) {
            return;
        }
        try {
            Request cancel = current.createCancel();
            if (reason != null) {
                cancel.setHeader(Messages.HEADERS.createHeader(ReasonHeader.NAME, reason));
            }
            endpoint.provider().getNewClientTransaction(cancel).sendRequest();
        } catch (SipException | ParseException e) {
            LOG.debug("{}: CANCEL not sent", line.account(), e);
        }
    }

    /** May be called on any thread: the stack finds the way here by the dialog too, late in a session. */
    @Override
    public void onResponse(ResponseEvent event) {
        line.executor().execute(() -> take(event));
    }

    private void take(ResponseEvent event) {
        Response response = event.getResponse();
        int status = response.getStatusCode();
        CSeqHeader answered = (CSeqHeader) response.getHeader(CSeqHeader.NAME);
        if (!Request.INVITE.equals(answered.getMethod()) || answered.getSeqNumber() != sequence) {
            return;
        }
        if (finished) {
            if (status / 100 == 2) {
                acceptedAgain(event);
            }
        } else if (status < 200) {
            provisional(status, event);
        } else if (status < 300) {
            finished = true;
            dialog = adopted(event.getDialog());
            line.digest().accepted();
            heard(response);
            timer().answered(response);
            listener.accepted(provisionals.answer(response));
            report(IncomingReferral::answered);
        } else {
            refused(response);
        }
    }

    private void provisional(int status, ResponseEvent event) {
        boolean first = !provisional;
        provisional = true;
        if (status > 100) {
            adopted(event.getDialog());
            if (!provisionals.isNews(event)) {
                return;
            }
        }
        if (cancelled) {
            if (first) {
                sendCancel();
            }
        } else if (status > 100) {
            listener.progressed(Messages.sdp(event.getResponse()));
            report(IncomingReferral::ringing);
        }
    }

    private void refused(Response response) {
        int status = response.getStatusCode();
        NextTry going = next;
        try {
            if (!cancelled && going != null && going.isWorthIt(request, response)) {
                send();
                return;
            }
        } catch (SipException e) {
            LOG.warn("{}: INVITE not sent again: {}", line.account(), e.getMessage());
            refuse(EndReasons.network("Not sent"));
            return;
        }
        RetryAfterHeader after = (RetryAfterHeader) response.getHeader(RetryAfterHeader.NAME);
        EndReason reason = EndReasons.of(status, phrase(response));
        if (status != Response.SERVICE_UNAVAILABLE
                || !isMovedOn(after == null ? 0 : Math.max(0, after.getRetryAfter()), reason)) {
            refuse(reason);
        }
    }

    /** Whether another server will be asked (RFC 3263, 4.3); {@code reason} is told when that one is not reached. */
    private boolean isMovedOn(int seconds, EndReason reason) {
        NextTry going = next;
        return !cancelled
                && going != null
                && going.isMovedOn(request, seconds, () -> sendElsewhere(reason), () -> refuse(reason));
    }

    private void sendElsewhere(EndReason reason) {
        if (cancelled) {
            refuse(reason);
            return;
        }
        try {
            send();
        } catch (SipException e) {
            LOG.warn("{}: INVITE not sent to another server: {}", line.account(), e.getMessage());
            refuse(reason);
        }
    }

    /** In words, with when it is worth another try. */
    private static String phrase(Response response) {
        return response.getStatusCode() == Response.SERVICE_UNAVAILABLE
                        && response.getHeader(RetryAfterHeader.NAME) instanceof RetryAfterHeader later
                ? response.getReasonPhrase() + ", again in " + later.getRetryAfter() + " s"
                : response.getReasonPhrase();
    }

    private void refuse(EndReason reason) {
        finished = true;
        listener.refused(reason);
        report(asked -> asked.failed(reason));
    }

    /** Nothing more comes of this session: who asked for it is told so, where no outcome was told. */
    public void abandon() {
        report(asked -> asked.failed(new EndReason(EndReason.Kind.CANCELLED, Response.REQUEST_TERMINATED, "Given up")));
    }

    /** Tells who asked for this session, if somebody did. */
    private void report(Consumer<IncomingReferral> news) {
        IncomingReferral asked = referral;
        if (asked != null) {
            news.accept(asked);
        }
    }

    @Override
    public void onNoResponse(String why) {
        EndReason reason = EndReasons.network(why);
        if (!finished && (provisional || !isMovedOn(0, reason))) {
            refuse(reason);
        }
    }

    /** Makes requests of the far side in {@code branch} come here. */
    private @Nullable Dialog adopted(@Nullable Dialog branch) {
        if (branch != null) {
            branch.setApplicationData(this);
        }
        return branch;
    }

    @Override
    void onAnswer(@Nullable Dialog answered) {
        if (dialog == null && answered != null) {
            provisionals.changed(answered);
        }
    }

    /** Only who answered our offer may make one (RFC 3311, 5.2). */
    @Override
    boolean isOfferFree(@Nullable Dialog offering) {
        return dialog != null || offering != null && provisionals.isAnswered(offering);
    }

    /** Acknowledges the 2xx; the stack repeats it when the 2xx is repeated. */
    public void acknowledge() {
        Dialog current = dialog;
        if (current != null) {
            acknowledge(current);
        }
    }

    private void acknowledge(Dialog answered) {
        acknowledge(answered, sequence, request);
    }

    /** A second branch of a fork answered too: one voice is enough (RFC 3261, 13.2.2.4). */
    private void acceptedAgain(ResponseEvent event) {
        Dialog other = event.getDialog();
        Dialog current = dialog;
        if (other == null || other.equals(current)) {
            acknowledge();
            return;
        }
        acknowledge(other);
        bye(other, ELSEWHERE);
    }
}
