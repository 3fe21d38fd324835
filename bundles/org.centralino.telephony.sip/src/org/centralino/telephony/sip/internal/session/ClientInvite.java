/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.session;

import java.text.ParseException;
import java.util.Iterator;
import java.util.function.Consumer;
import javax.sip.ClientTransaction;
import javax.sip.Dialog;
import javax.sip.ResponseEvent;
import javax.sip.SipException;
import javax.sip.address.URI;
import javax.sip.header.CSeqHeader;
import javax.sip.header.ContactHeader;
import javax.sip.header.Header;
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

/** A session we ask for (RFC 3261, 13.2): challenges, one redirection, CANCEL, forks. */
public final class ClientInvite extends InviteSession implements ResponseSink {

    private static final Logger LOG = LoggerFactory.getLogger(ClientInvite.class);
    private static final int MOST_ROUNDS = 4;
    private static final int MOST_SERVERS = 8;

    private final String fromTag = AccountLine.newTag();
    private final String target;
    private final @Nullable IncomingReferral referral;
    private String sdp = "";
    private @Nullable URI to;
    private @Nullable URI next;
    private @Nullable String callId;
    private long sequence;
    private int rounds;
    private int servers;
    private boolean redirected;
    private boolean provisional;
    private boolean cancelled;
    private boolean finished;
    private @Nullable Request request;
    private @Nullable ClientTransaction transaction;

    /** @param target the SIP URI to call */
    public ClientInvite(AccountLine line, String target, SessionListener listener) {
        super(line, listener);
        this.target = target;
        this.referral = null;
    }

    /** A session that the far side of another one asks for, which is told what comes of this one. */
    public ClientInvite(AccountLine line, IncomingReferral referral, SessionListener listener) {
        super(line, listener);
        this.target = referral.target();
        this.referral = referral;
    }

    /** Sends the INVITE. */
    public void invite(String offer) {
        sdp = offer;
        try {
            URI uri = Messages.ADDRESSES.createURI(target);
            to = uri;
            next = uri;
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
        URI uri = next;
        if (id == null || address == null || uri == null) {
            throw new SipException("No target");
        }
        Request invite = line.request(Request.INVITE, uri, address, id, ++sequence, fromTag);
        invite.setHeader(line.contact());
        IncomingReferral asked = referral;
        if (asked != null) {
            asked.headers().forEach(header -> invite.setHeader((Header) header.clone()));
        }
        Messages.body(invite, "application", "sdp", sdp);
        provisional = false;
        request = invite;
        transaction = line.send(invite, this);
    }

    /** Gives up: CANCEL as soon as it may be sent (RFC 3261, 9.1). */
    public void cancel() {
        cancelled = true;
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
            endpoint.provider().getNewClientTransaction(current.createCancel()).sendRequest();
        } catch (SipException e) {
            LOG.debug("{}: CANCEL not sent", line.account(), e);
        }
    }

    @Override
    public void onResponse(ResponseEvent event) {
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
            provisional(status, response);
        } else if (status < 300) {
            finished = true;
            adopt(event.getDialog());
            line.digest().accepted();
            listener.accepted(Messages.sdp(response));
            report(IncomingReferral::answered);
        } else {
            refused(status, response);
        }
    }

    private void provisional(int status, Response response) {
        boolean first = !provisional;
        provisional = true;
        if (cancelled) {
            if (first) {
                sendCancel();
            }
        } else if (status > 100) {
            listener.progressed(Messages.sdp(response));
            report(IncomingReferral::ringing);
        }
    }

    private void refused(int status, Response response) {
        Request refused = request;
        boolean challenge = status == Response.UNAUTHORIZED || status == Response.PROXY_AUTHENTICATION_REQUIRED;
        try {
            if (challenge
                    && !cancelled
                    && refused != null
                    && ++rounds < MOST_ROUNDS
                    && line.challenged(refused, response)) {
                send();
                return;
            }
            if (status / 100 == 3 && !cancelled && !redirected) {
                URI elsewhere = firstContact(response);
                if (elsewhere != null) {
                    redirected = true;
                    next = elsewhere;
                    send();
                    return;
                }
            }
        } catch (SipException e) {
            LOG.warn("{}: INVITE not sent again: {}", line.account(), e.getMessage());
            refuse(EndReasons.network("Not sent"));
            return;
        }
        RetryAfterHeader after = (RetryAfterHeader) response.getHeader(RetryAfterHeader.NAME);
        EndReason reason = EndReasons.of(status, response.getReasonPhrase());
        if (status != Response.SERVICE_UNAVAILABLE
                || !isMovedOn(after == null ? 0 : Math.max(0, after.getRetryAfter()), reason)) {
            refuse(reason);
        }
    }

    /** Whether another server will be asked (RFC 3263, 4.3); {@code reason} is told when that one is not reached. */
    private boolean isMovedOn(int seconds, EndReason reason) {
        Request failed = request;
        return !cancelled
                && failed != null
                && ++servers < MOST_SERVERS
                && line.moveOn(failed, seconds, () -> sendElsewhere(reason), () -> refuse(reason));
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

    private static @Nullable URI firstContact(Response response) {
        Iterator<?> contacts = response.getHeaders(ContactHeader.NAME);
        return contacts.hasNext() && contacts.next() instanceof ContactHeader contact && !contact.isWildCard()
                ? (URI) contact.getAddress().getURI().clone()
                : null;
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

    private void adopt(@Nullable Dialog answered) {
        dialog = answered;
        if (answered != null) {
            answered.setApplicationData(this);
        }
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
        dialog = other;
        bye();
        dialog = current;
    }
}
