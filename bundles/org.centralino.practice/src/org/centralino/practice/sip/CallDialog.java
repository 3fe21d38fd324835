/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.practice.sip;

import java.text.ParseException;
import javax.sip.ClientTransaction;
import javax.sip.Dialog;
import javax.sip.DialogState;
import javax.sip.InvalidArgumentException;
import javax.sip.ServerTransaction;
import javax.sip.SipException;
import javax.sip.header.CSeqHeader;
import javax.sip.header.CallIdHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.eclipse.jdt.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The signalling of one call that the exchange itself takes or makes. Lives on the signalling thread. */
public final class CallDialog implements ResponseUser {
    private static final Logger LOG = LoggerFactory.getLogger(CallDialog.class);

    private final SipNode node;
    private final CallUser user;
    private final Dialog dialog;
    private final Responses responses;
    private final Requests requests;
    private final Negotiation negotiation;
    private final String callId;
    private @Nullable ServerTransaction incoming;
    private @Nullable ClientTransaction outgoing;
    private boolean acknowledged;
    private boolean ringing;
    private boolean ended;

    private CallDialog(LocalParty party, SignallingThread signalling, CallUser user, Dialog dialog, Request invite) {
        node = party.node();
        this.user = user;
        this.dialog = dialog;
        responses = new Responses(party, dialog);
        requests = new Requests(party, dialog, this);
        negotiation = new Negotiation(user, responses, requests, signalling, this::hangUp);
        callId = ((CallIdHeader) invite.getHeader(CallIdHeader.NAME)).getCallId();
        dialog.setApplicationData(this);
    }

    /** A call that came in; nothing is sent before {@link #ring} or {@link #answer}. */
    public static CallDialog incoming(
            SipNode node, SignallingThread signalling, String number, CallUser user, ServerTransaction transaction)
            throws SipException {
        Dialog dialog = node.provider().getNewDialog(transaction);
        Request invite = transaction.getRequest();
        LocalParty party = new LocalParty(node, number, Messages.transport(invite));
        CallDialog call = new CallDialog(party, signalling, user, dialog, invite);
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
        LocalParty party = new LocalParty(node, number, Messages.transport(Messages.uri(contact)));
        Request invite = party.invite(callee, contact, replaces, offer);
        ClientTransaction transaction = node.provider().getNewClientTransaction(invite);
        Dialog dialog = node.provider().getNewDialog(transaction);
        CallDialog call = new CallDialog(party, signalling, user, dialog, invite);
        call.outgoing = transaction;
        transaction.setApplicationData(call);
        transaction.sendRequest();
        return call;
    }

    public String callId() {
        return callId;
    }

    public void ring() {
        ServerTransaction invite = incoming;
        if (invite != null && !ringing) {
            ringing = true;
            responses.send(invite, Response.RINGING);
        }
    }

    /** @param sdp the answer, or an offer when the caller made none: its answer then comes with the ACK */
    public void answer(String sdp) {
        ServerTransaction invite = incoming;
        if (invite != null) {
            incoming = null;
            negotiation.accept(invite, sdp);
        }
    }

    public void refuse(int status) {
        refuse(status, "exchange");
    }

    /** The caller took the INVITE back. */
    void cancelled() {
        refuse(Response.REQUEST_TERMINATED, "caller");
    }

    private void refuse(int status, String by) {
        ServerTransaction invite = incoming;
        if (invite != null) {
            incoming = null;
            responses.send(invite, status);
            end(by);
        }
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
            requests.bye();
        }
        end("exchange");
    }

    /** Offers the session anew; the answer comes to {@link CallUser#answered}. */
    public void offer(String sdp) {
        if (!ended) {
            negotiation.offer(sdp);
        }
    }

    /** Asks the other side to call someone else (RFC 3515). */
    public void refer(String target) {
        requests.refer(target);
    }

    /** Tells whoever asked for a transfer how it goes (RFC 3515 section 2.4.5). */
    public void notifyTransfer(int status, boolean last) {
        requests.notifyTransfer(status, last);
    }

    /** Asks whether the other side still knows of the call; if it does not, the call ends. */
    public void probe() {
        if (acknowledged && !negotiation.isOpen()) {
            requests.options();
        }
    }

    /** A request inside the call. */
    void request(Request request, @Nullable ServerTransaction transaction) {
        if (transaction == null) {
            acknowledged(request);
            return;
        }
        switch (request.getMethod()) {
            case Request.INVITE, Request.UPDATE -> negotiation.asked(request, transaction);
            case Request.BYE -> {
                Messages.send(transaction, Response.OK);
                end("caller");
            }
            case Request.INFO -> {
                Messages.send(transaction, Response.OK);
                user.info(Messages.body(request));
            }
            case Request.OPTIONS -> responses.send(transaction, Response.OK);
            case Request.NOTIFY -> {
                Messages.send(transaction, Response.OK);
                user.transferProgress(Messages.body(request));
            }
            case Request.REFER -> {
                boolean accepted = user.transferAsked(request);
                responses.send(transaction, accepted ? Response.ACCEPTED : Response.DECLINE);
            }
            default -> Messages.send(transaction, Response.METHOD_NOT_ALLOWED);
        }
    }

    private void acknowledged(Request ack) {
        negotiation.acknowledged(ack);
        if (!acknowledged) {
            acknowledged = true;
            user.established();
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
        negotiation.close();
        if (ended) {
            // It answered while it was being cancelled.
            requests.bye();
            return;
        }
        negotiation.answered(Messages.body(response));
        if (outgoing != null) {
            outgoing = null;
            acknowledged = true;
            user.established();
        }
    }

    private void inviteRefused(int status, ClientTransaction transaction) {
        if (!negotiation.isOpen(transaction)) {
            user.refused(status);
            end("called");
            return;
        }
        negotiation.close();
        if (status == Response.REQUEST_PENDING) {
            negotiation.postpone(this::offer);
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
