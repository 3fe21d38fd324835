/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.practice.sip;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sip.ClientTransaction;
import javax.sip.ServerTransaction;
import javax.sip.SipException;
import javax.sip.SipProvider;
import javax.sip.header.ViaHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.eclipse.jdt.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One request that was passed on, to one place or several, and the way back of its responses (RFC 3261 section 16.7). */
final class ProxiedRequest implements ResponseUser {
    private static final Logger LOG = LoggerFactory.getLogger(ProxiedRequest.class);
    /** Timer C: how long a telephone may ring. */
    private static final Duration LONGEST_RINGING = Duration.ofSeconds(181);

    private final SipProvider provider;
    private final ServerTransaction transaction;
    private final SignallingThread signalling;
    private final Outcome outcome;
    private final List<Branch> branches = new ArrayList<>();
    private boolean answered;
    private @Nullable Response best;

    /** Told what became of the request. */
    @FunctionalInterface
    interface Outcome {
        Outcome UNHEEDED = status -> {};

        void responded(int status);
    }

    private static final class Branch {
        private final ClientTransaction transaction;
        private boolean proceeding;
        private boolean cancelled;
        private boolean finished;

        Branch(ClientTransaction transaction) {
            this.transaction = transaction;
        }
    }

    ProxiedRequest(SipProvider provider, ServerTransaction transaction, SignallingThread signalling, Outcome outcome) {
        this.provider = provider;
        this.transaction = transaction;
        this.signalling = signalling;
        this.outcome = outcome;
        transaction.setApplicationData(this);
    }

    void start(List<Request> requests) {
        for (Request request : requests) {
            try {
                ClientTransaction client = provider.getNewClientTransaction(request);
                client.setApplicationData(this);
                branches.add(new Branch(client));
                client.sendRequest();
            } catch (SipException | RuntimeException e) {
                LOG.info("{} not passed on: {}", request.getMethod(), e.toString());
                branches.removeIf(branch -> branch.transaction.getRequest() == request);
            }
        }
        if (branches.isEmpty()) {
            respond(Messages.response(Response.TEMPORARILY_UNAVAILABLE, transaction.getRequest()));
        } else if (isInvite()) {
            signalling.after(LONGEST_RINGING, this::cancel);
        }
    }

    /** The caller gave up, or nobody answered in time. */
    void cancel() {
        branches.forEach(this::cancel);
    }

    private void cancel(Branch branch) {
        branch.cancelled = true;
        if (branch.finished || !branch.proceeding || !isInvite()) {
            // Before the first provisional response a CANCEL might overtake its INVITE: it waits for that.
            return;
        }
        try {
            provider.getNewClientTransaction(branch.transaction.createCancel()).sendRequest();
        } catch (SipException | RuntimeException e) {
            LOG.debug("CANCEL not sent", e);
        }
    }

    @Override
    public void response(Response response, ClientTransaction client) {
        branches.stream().filter(branch -> branch.transaction == client).forEach(branch -> response(response, branch));
    }

    private void response(Response response, Branch branch) {
        int status = response.getStatusCode();
        if (status < 200) {
            boolean first = !branch.proceeding;
            branch.proceeding = true;
            if (first && branch.cancelled) {
                cancel(branch);
            }
            if (status > 100 && !answered) {
                respond(onward(response));
            }
            return;
        }
        branch.finished = true;
        if (status < 300) {
            respondFinally(onward(response));
        } else {
            finished(onward(response));
        }
    }

    @Override
    public void timeout(ClientTransaction client) {
        branches.stream().filter(branch -> branch.transaction == client).forEach(branch -> branch.finished = true);
        finished(Messages.response(Response.REQUEST_TIMEOUT, transaction.getRequest()));
    }

    /** A refusal: the lowest class counts, and a global one ends the search. */
    private void finished(Response response) {
        Response before = best;
        int status = response.getStatusCode();
        if (before == null || status / 100 == 6 || status / 100 < before.getStatusCode() / 100) {
            best = response;
        }
        if (status / 100 == 6) {
            cancel();
        }
        Response now = best;
        if (now != null && branches.stream().allMatch(branch -> branch.finished)) {
            respondFinally(now);
        }
    }

    private void respondFinally(Response response) {
        if (answered) {
            return;
        }
        answered = true;
        respond(response);
        cancel();
    }

    private void respond(Response response) {
        Messages.send(transaction, response);
        outcome.responded(response.getStatusCode());
    }

    private boolean isInvite() {
        return Request.INVITE.equals(transaction.getRequest().getMethod());
    }

    private static Response onward(Response response) {
        Response onward = (Response) response.clone();
        onward.removeFirst(ViaHeader.NAME);
        return onward;
    }
}
