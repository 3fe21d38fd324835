/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.practice.sip;

import java.text.ParseException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import javax.sip.ClientTransaction;
import javax.sip.Dialog;
import javax.sip.DialogState;
import javax.sip.InvalidArgumentException;
import javax.sip.ServerTransaction;
import javax.sip.SipException;
import javax.sip.header.CSeqHeader;
import javax.sip.header.CallIdHeader;
import javax.sip.header.ContactHeader;
import javax.sip.header.ToHeader;
import javax.sip.message.Message;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.eclipse.jdt.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The signalling of one call that the exchange itself takes or makes. Lives on the signalling thread. */
public final class CallDialog implements ResponseUser {
    private static final Logger LOG = LoggerFactory.getLogger(CallDialog.class);
    private static final String SDP = "application/sdp";

    private final SipNode node;
    private final SignallingThread signalling;
    private final String number;
    private final CallUser user;
    private final Dialog dialog;
    private final String callId;
    private final String transport;
    private @Nullable ServerTransaction incoming;
    private @Nullable ClientTransaction outgoing;
    private @Nullable ClientTransaction reinvite;
    private @Nullable String lastOffer;
    private boolean acknowledged;
    private boolean awaitingAnswer;
    private boolean ringing;
    private boolean ended;

    private CallDialog(
            SipNode node,
            SignallingThread signalling,
            String number,
            CallUser user,
            Dialog dialog,
            Request invite,
            String transport) {
        this.node = node;
        this.signalling = signalling;
        this.number = number;
        this.user = user;
        this.dialog = dialog;
        this.transport = transport;
        callId = ((CallIdHeader) invite.getHeader(CallIdHeader.NAME)).getCallId();
        dialog.setApplicationData(this);
    }

    /** A call that came in; nothing is sent before {@link #ring} or {@link #answer}. */
    public static CallDialog incoming(
            SipNode node, SignallingThread signalling, String number, CallUser user, ServerTransaction transaction)
            throws SipException {
        Dialog dialog = node.provider().getNewDialog(transaction);
        Request invite = transaction.getRequest();
        CallDialog call = new CallDialog(node, signalling, number, user, dialog, invite, Messages.transport(invite));
        call.incoming = transaction;
        transaction.setApplicationData(call);
        return call;
    }

    /**
     * A call that the exchange makes.
     *
     * @param contact where to call
     * @param replaces a Replaces header's value, empty for none
     */
    public static CallDialog outgoing(
            SipNode node,
            SignallingThread signalling,
            String number,
            User callee,
            String contact,
            String replaces,
            String offer,
            CallUser user)
            throws SipException, ParseException {
        String transport = Messages.transport(Messages.uri(contact));
        Request invite = Messages.request("INVITE " + contact + " SIP/2.0\r\n"
                + "From: \"Practice exchange\" <sip:" + number + "@" + User.DOMAIN + ">;tag=" + Messages.tag() + "\r\n"
                + "To: <" + callee.address() + ">\r\n"
                + "Call-ID: " + Messages.tag() + "@" + User.DOMAIN + "\r\n"
                + "CSeq: 1 INVITE\r\n"
                + "Max-Forwards: 70\r\n\r\n");
        invite.addHeader(Messages.via(node.port(), transport));
        identify(invite, node, number, transport);
        Messages.body(invite, SDP, offer);
        if (!replaces.isEmpty()) {
            invite.addHeader(Messages.header("Replaces", replaces));
        }
        ClientTransaction transaction = node.provider().getNewClientTransaction(invite);
        Dialog dialog = node.provider().getNewDialog(transaction);
        CallDialog call = new CallDialog(node, signalling, number, user, dialog, invite, transport);
        call.outgoing = transaction;
        transaction.setApplicationData(call);
        transaction.sendRequest();
        return call;
    }

    public String callId() {
        return callId;
    }

    public void ring() {
        if (!ringing) {
            ringing = true;
            respond(Messages.response(Response.RINGING, invite()), null);
        }
    }

    /** @param sdp the answer, or an offer when the caller made none: its answer then comes with the ACK */
    public void answer(String sdp) {
        awaitingAnswer = Messages.body(invite()).isEmpty();
        respond(Messages.response(Response.OK, invite()), sdp);
        incoming = null;
    }

    public void refuse(int status) {
        if (incoming != null) {
            respond(Messages.response(status, invite()), null);
            incoming = null;
            end("exchange");
        }
    }

    private Request invite() {
        ServerTransaction transaction = incoming;
        if (transaction == null) {
            throw new IllegalStateException("no call is coming in");
        }
        return transaction.getRequest();
    }

    private void respond(Response response, @Nullable String sdp) {
        ServerTransaction transaction = incoming;
        if (transaction != null) {
            respond(transaction, response, sdp);
        }
    }

    private void respond(ServerTransaction transaction, Response response, @Nullable String sdp) {
        try {
            String tag = dialog.getLocalTag();
            ((ToHeader) response.getHeader(ToHeader.NAME)).setTag(tag == null ? Messages.tag() : tag);
        } catch (ParseException e) {
            throw new IllegalStateException("own tag refused", e);
        }
        if (response.getStatusCode() < 300) {
            identify(response);
        }
        if (sdp != null) {
            Messages.body(response, SDP, sdp);
        }
        Messages.send(transaction, response);
    }

    private void identify(Message message) {
        identify(message, node, number, transport);
    }

    private static void identify(Message message, SipNode node, String number, String transport) {
        message.setHeader(Messages.header(
                ContactHeader.NAME,
                "<sip:" + number + "@" + SipNode.HOST + ":" + node.port() + ";transport=" + transport + ">"));
        message.setHeader(Messages.allow("INVITE, ACK, CANCEL, BYE, OPTIONS, INFO, UPDATE, REFER, NOTIFY"));
        message.setHeader(Messages.header("Supported", "replaces"));
    }

    /** Takes the call down in whatever state it is. */
    public void hangUp() {
        if (ended) {
            return;
        }
        ClientTransaction calling = outgoing;
        if (incoming != null) {
            refuse(Response.TEMPORARILY_UNAVAILABLE);
            return;
        }
        if (calling != null && dialog.getState() != DialogState.CONFIRMED) {
            try {
                node.provider().getNewClientTransaction(calling.createCancel()).sendRequest();
            } catch (SipException e) {
                LOG.debug("CANCEL not sent", e);
            }
        } else {
            send(Request.BYE, request -> {});
        }
        end("exchange");
    }

    /** Offers the session anew; the answer comes to {@link CallUser#answered}. */
    public void offer(String sdp) {
        if (ended || reinvite != null) {
            return;
        }
        lastOffer = sdp;
        reinvite = send(Request.INVITE, request -> Messages.body(request, SDP, sdp));
    }

    /** Asks the other side to call someone else (RFC 3515). */
    public void refer(String target) {
        send(Request.REFER, request -> {
            request.setHeader(Messages.header("Refer-To", "<" + target + ">"));
            request.setHeader(Messages.header("Referred-By", "<sip:" + number + "@" + User.DOMAIN + ">"));
        });
    }

    /** Tells whoever asked for a transfer how it goes (RFC 3515 section 2.4.5). */
    public void notifyTransfer(int status, boolean last) {
        send(Request.NOTIFY, request -> {
            request.setHeader(Messages.header("Event", "refer"));
            String state = last ? "terminated;reason=noresource" : "active;expires=60";
            request.setHeader(Messages.header("Subscription-State", state));
            Messages.body(
                    request,
                    "message/sipfrag",
                    "SIP/2.0 " + status + " " + gov.nist.javax.sip.message.SIPResponse.getReasonPhrase(status)
                            + "\r\n");
        });
    }

    @FunctionalInterface
    private interface Filling {
        void fill(Request request);
    }

    private @Nullable ClientTransaction send(String method, Filling filling) {
        try {
            Request request = dialog.createRequest(method);
            identify(request);
            filling.fill(request);
            ClientTransaction transaction = node.provider().getNewClientTransaction(request);
            transaction.setApplicationData(this);
            dialog.sendRequest(transaction);
            return transaction;
        } catch (SipException | RuntimeException e) {
            LOG.info("{} not sent: {}", method, e.toString());
            return null;
        }
    }

    /** A request inside the call. */
    void request(Request request, @Nullable ServerTransaction transaction) {
        if (transaction == null) {
            acknowledged(request);
            return;
        }
        switch (request.getMethod()) {
            case Request.INVITE, Request.UPDATE -> renegotiate(request, transaction);
            case Request.BYE -> {
                Messages.send(transaction, Response.OK);
                end("caller");
            }
            case Request.INFO -> {
                Messages.send(transaction, Response.OK);
                user.info(Messages.body(request));
            }
            case Request.OPTIONS -> respond(transaction, Messages.response(Response.OK, request), null);
            case Request.NOTIFY -> {
                Messages.send(transaction, Response.OK);
                user.transferProgress(Messages.body(request));
            }
            case Request.REFER -> {
                boolean accepted = user.transferAsked(request);
                Response response = Messages.response(accepted ? Response.ACCEPTED : Response.DECLINE, request);
                respond(transaction, response, null);
            }
            default -> Messages.send(transaction, Response.METHOD_NOT_ALLOWED);
        }
    }

    private void renegotiate(Request request, ServerTransaction transaction) {
        String offer = Messages.body(request);
        try {
            if (offer.isEmpty()) {
                awaitingAnswer = Request.INVITE.equals(request.getMethod());
                respond(transaction, Messages.response(Response.OK, request), awaitingAnswer ? user.offer() : null);
            } else {
                respond(transaction, Messages.response(Response.OK, request), user.offered(offer));
            }
        } catch (IllegalArgumentException e) {
            LOG.info("Offer refused: {}", e.getMessage());
            respond(transaction, Messages.response(Response.NOT_ACCEPTABLE_HERE, request), null);
        }
    }

    private void acknowledged(Request ack) {
        String sdp = Messages.body(ack);
        if (awaitingAnswer && !sdp.isEmpty()) {
            answered(sdp);
        }
        awaitingAnswer = false;
        if (!acknowledged) {
            acknowledged = true;
            user.established();
        }
    }

    private void answered(String sdp) {
        try {
            user.answered(sdp);
        } catch (IllegalArgumentException e) {
            LOG.info("Answer cannot be used: {}", e.getMessage());
            hangUp();
        }
    }

    /** The caller took the INVITE back. */
    void cancelled() {
        if (incoming != null) {
            respond(Messages.response(Response.REQUEST_TERMINATED, invite()), null);
            incoming = null;
            end("caller");
        }
    }

    void neverAcknowledged() {
        LOG.info("Call {} was never acknowledged", callId);
        hangUp();
    }

    @Override
    public void response(Response response, ClientTransaction transaction) {
        String method = ((CSeqHeader) response.getHeader(CSeqHeader.NAME)).getMethod();
        int status = response.getStatusCode();
        if (Request.INVITE.equals(method)) {
            if (status / 100 == 2) {
                inviteAccepted(response);
            } else if (status >= 300) {
                inviteRefused(status, transaction);
            } else {
                user.progress(status);
            }
        } else if (Request.REFER.equals(method) && status >= 300) {
            user.transferProgress("SIP/2.0 " + status);
        } else if (status == Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST) {
            end("caller");
        }
    }

    private void inviteAccepted(Response response) {
        try {
            long cseq = ((CSeqHeader) response.getHeader(CSeqHeader.NAME)).getSeqNumber();
            dialog.sendAck(dialog.createAck(cseq));
        } catch (SipException | InvalidArgumentException e) {
            LOG.warn("ACK not sent", e);
        }
        reinvite = null;
        if (ended) {
            // It answered while it was being cancelled.
            send(Request.BYE, request -> {});
            return;
        }
        answered(Messages.body(response));
        if (outgoing != null) {
            outgoing = null;
            user.established();
        }
    }

    private void inviteRefused(int status, ClientTransaction transaction) {
        if (transaction != reinvite) {
            user.refused(status);
            end("called");
            return;
        }
        reinvite = null;
        if (status == Response.REQUEST_PENDING) {
            // Both asked at once: the side that does not own the Call-ID tries again first (RFC 3261 section 14.1).
            String offer = lastOffer;
            long wait = ThreadLocalRandom.current().nextLong(0, 2000);
            signalling.after(Duration.ofMillis(wait), () -> {
                if (offer != null && offer.equals(lastOffer)) {
                    offer(offer);
                }
            });
        } else if (status == Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST || status == Response.REQUEST_TIMEOUT) {
            end("caller");
        }
    }

    @Override
    public void timeout(ClientTransaction transaction) {
        String method = transaction.getRequest().getMethod();
        if (Request.INVITE.equals(method)) {
            inviteRefused(Response.REQUEST_TIMEOUT, transaction);
        } else if (!Request.CANCEL.equals(method)) {
            end("nobody");
        }
    }

    private void end(String by) {
        if (!ended) {
            ended = true;
            user.ended(by);
        }
    }

    public boolean isReplacedBy(Replaces replaces) {
        return callId.equals(replaces.callId())
                && replaces.localTag().equals(dialog.getLocalTag())
                && replaces.remoteTag().equals(dialog.getRemoteTag());
    }
}
