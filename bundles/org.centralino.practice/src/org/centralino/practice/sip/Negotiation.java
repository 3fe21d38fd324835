/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.practice.sip;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import javax.sip.ClientTransaction;
import javax.sip.ServerTransaction;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.eclipse.jdt.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The offers and answers of one call, whichever side makes them (RFC 3264). Lives on the signalling thread. */
final class Negotiation {
    private static final Logger LOG = LoggerFactory.getLogger(Negotiation.class);
    private static final int LONGEST_WAIT_MS = 2000;

    private final CallUser user;
    private final Responses responses;
    private final Requests requests;
    private final SignallingThread signalling;
    private final Runnable unusable;
    private @Nullable ClientTransaction reinvite;
    private @Nullable String lastOffer;
    private boolean awaitingAnswer;

    /** @param unusable run when the other side's answer cannot be used */
    Negotiation(CallUser user, Responses responses, Requests requests, SignallingThread signalling, Runnable unusable) {
        this.user = user;
        this.responses = responses;
        this.requests = requests;
        this.signalling = signalling;
        this.unusable = unusable;
    }

    /** Takes the call. @param sdp the answer, or an offer where the INVITE made none */
    void accept(ServerTransaction invite, String sdp) {
        awaitingAnswer = Messages.body(invite.getRequest()).isEmpty();
        responses.send(invite, Response.OK, sdp);
    }

    /** The other side offers, or asks for an offer, within the call. */
    void asked(Request request, ServerTransaction transaction) {
        String offer = Messages.body(request);
        try {
            if (offer.isEmpty()) {
                awaitingAnswer = Request.INVITE.equals(request.getMethod());
                responses.send(transaction, Response.OK, awaitingAnswer ? user.offer() : null);
            } else {
                responses.send(transaction, Response.OK, user.offered(offer));
            }
        } catch (IllegalArgumentException | IllegalStateException e) {
            LOG.info("Offer refused: {}", e.getMessage());
            responses.send(transaction, Response.NOT_ACCEPTABLE_HERE);
        }
    }

    /** The ACK carries the answer to an offer that the 200 made. */
    void acknowledged(Request ack) {
        String sdp = Messages.body(ack);
        if (awaitingAnswer && !sdp.isEmpty()) {
            answered(sdp);
        }
        awaitingAnswer = false;
    }

    void answered(String sdp) {
        try {
            user.answered(sdp);
        } catch (IllegalArgumentException e) {
            LOG.info("Answer cannot be used: {}", e.getMessage());
            unusable.run();
        }
    }

    /** Offers within the call, unless an offer is open. */
    void offer(String sdp) {
        if (reinvite == null) {
            lastOffer = sdp;
            reinvite = requests.offer(sdp);
        }
    }

    /** Whether an offer of ours waits for its answer. */
    boolean isOpen() {
        return reinvite != null;
    }

    /** Whether it is this one. */
    boolean isOpen(ClientTransaction transaction) {
        return transaction == reinvite;
    }

    void close() {
        reinvite = null;
    }

    /** Both asked at once: the side that does not own the Call-ID tries again first (RFC 3261 section 14.1). */
    void postpone(Consumer<String> again) {
        String offer = lastOffer;
        long wait = ThreadLocalRandom.current().nextLong(0, LONGEST_WAIT_MS);
        signalling.after(Duration.ofMillis(wait), () -> {
            if (offer != null && offer.equals(lastOffer)) {
                again.accept(offer);
            }
        });
    }
}
