/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.registration;

import javax.sip.InvalidArgumentException;
import javax.sip.ResponseEvent;
import javax.sip.SipException;
import javax.sip.header.AuthorizationHeader;
import javax.sip.header.ProxyAuthorizationHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.centralino.telephony.Registration.NotRegistered.Password;
import org.centralino.telephony.sip.internal.transport.AccountLine;
import org.centralino.telephony.sip.internal.transport.Reached;
import org.centralino.telephony.sip.internal.transport.ResponseSink;
import org.eclipse.jdt.annotation.Nullable;

/**
 * One REGISTER, with what challenges and an interval that is too brief make of it. Confined to the line's executor.
 */
final class Attempt implements ResponseSink {

    private static final int MOST_ROUNDS = 4;

    /** Who is told what comes of it. */
    interface Outcome {

        /** Whether it still counts; where not, nothing is told. */
        boolean isAwaited();

        /** A final response tells how the server sees us. @return the server, seen so */
        Reached seen(Reached server, Response response);

        /** The registrar did as it was told. @param seen the server with how it sees us */
        void accepted(Reached server, Reached seen, Response response);

        /** The registrar refuses us, and would again. */
        void refused(String reason, Password password);

        /** The registrar cannot now. */
        void failed(Reached server, Response response);

        void unanswered(Reached server);

        void notSent(Exception why);
    }

    private final AccountLine line;
    private final Binding binding;
    private final Reached server;
    private final long patienceMs;
    private final Outcome outcome;
    private int rounds;
    private @Nullable Request sent;

    /** @param patienceMs given up after that time without any response; 0: as RFC 3261 says */
    Attempt(AccountLine line, Binding binding, Reached server, long patienceMs, Outcome outcome) {
        this.line = line;
        this.binding = binding;
        this.server = server;
        this.patienceMs = patienceMs;
        this.outcome = outcome;
    }

    void send() {
        try {
            Request request = binding.request(server);
            sent = request;
            line.send(request, server, patienceMs, this);
        } catch (SipException | InvalidArgumentException e) {
            outcome.notSent(e);
        }
    }

    @Override
    public void onResponse(ResponseEvent event) {
        Response response = event.getResponse();
        int status = response.getStatusCode();
        Request request = sent;
        if (status < 200 || request == null || !outcome.isAwaited()) {
            return;
        }
        Reached seen = outcome.seen(server, response);
        if (status < 300) {
            outcome.accepted(server, seen, response);
        } else if (status == Response.UNAUTHORIZED || status == Response.PROXY_AUTHENTICATION_REQUIRED) {
            if (++rounds < MOST_ROUNDS && line.challenged(request, response)) {
                again(seen);
            } else {
                outcome.refused(
                        status + " " + response.getReasonPhrase() + ": user name or password is wrong", blame(request));
            }
        } else if (status == Response.INTERVAL_TOO_BRIEF && ++rounds < MOST_ROUNDS && !binding.isEnding()) {
            binding.lengthen(response);
            again(seen);
        } else if (status == Response.FORBIDDEN || status == Response.NOT_FOUND) {
            outcome.refused(
                    status + " " + response.getReasonPhrase(),
                    status == Response.FORBIDDEN ? blame(request) : Password.NOT_TO_BLAME);
        } else {
            outcome.failed(server, response);
        }
    }

    private void again(Reached seen) {
        Attempt next = new Attempt(line, binding, seen, patienceMs, outcome);
        next.rounds = rounds;
        next.send();
    }

    /** Who sent no credentials cannot have sent wrong ones. */
    private static Password blame(Request refused) {
        boolean answered = refused.getHeader(AuthorizationHeader.NAME) != null
                || refused.getHeader(ProxyAuthorizationHeader.NAME) != null;
        return answered ? Password.REFUSED : Password.NOT_TO_BLAME;
    }

    @Override
    public void onNoResponse(String why) {
        if (outcome.isAwaited()) {
            outcome.unanswered(server);
        }
    }
}
