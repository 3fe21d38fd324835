/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.session;

import javax.sip.address.URI;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.centralino.telephony.sip.internal.transport.AccountLine;
import org.centralino.telephony.sip.internal.transport.Endpoint;
import org.centralino.telephony.sip.internal.transport.Transport;
import org.eclipse.jdt.annotation.Nullable;

/**
 * Where an INVITE of ours goes, and whether it goes once more after a refusal: saying what the response asks for, to another target
 * (3xx), or by another server (RFC 3263, 4.3). Confined to its line's executor.
 */
final class NextTry {

    private static final int MOST_ROUNDS = 4;
    private static final int MOST_SERVERS = 8;

    private final AccountLine line;
    private final SessionTimer timer;
    private final Redirections redirections;
    private URI target;
    private int rounds;
    private int servers;

    NextTry(AccountLine line, SessionTimer timer, URI first) {
        this.line = line;
        this.timer = timer;
        this.target = first;
        Endpoint endpoint = line.endpoint();
        this.redirections = new Redirections(first, endpoint != null && endpoint.transport() == Transport.TLS);
    }

    URI target() {
        return target;
    }

    /** Whether it is worth to send it again after this final response, by the same server. */
    boolean isWorthIt(@Nullable Request refused, Response response) {
        return refused != null && isHelped(refused, response) || isElsewhere(response);
    }

    /** Whether the same INVITE may be taken when it says what the response asks for. */
    private boolean isHelped(Request refused, Response response) {
        if (rounds + 1 >= MOST_ROUNDS) {
            return false;
        }
        boolean helped = switch (response.getStatusCode()) {
            case Response.UNAUTHORIZED, Response.PROXY_AUTHENTICATION_REQUIRED -> line.challenged(refused, response);
            case InviteSession.SESSION_INTERVAL_TOO_SMALL -> timer.isRaisedBy(response);
            default -> false;
        };
        rounds += helped ? 1 : 0;
        return helped;
    }

    /** Whether it goes somewhere else now; who declines for everybody (6xx) ends that. */
    private boolean isElsewhere(Response response) {
        int status = response.getStatusCode();
        if (status >= 600) {
            return false;
        }
        if (status < 400) {
            redirections.learn(response);
        }
        URI elsewhere = redirections.next();
        if (elsewhere == null) {
            return false;
        }
        target = elsewhere;
        rounds = 0;
        return true;
    }

    /**
     * Turns to another server.
     *
     * @param seconds for how long the one that failed asked to be left alone; 0: it did not
     * @param again run when another one is reached
     * @param nowhere run when none is
     * @return whether there is another one; when not, neither is run
     */
    boolean isMovedOn(@Nullable Request failed, int seconds, Runnable again, Runnable nowhere) {
        return failed != null && ++servers < MOST_SERVERS && line.moveOn(failed, seconds, again, nowhere);
    }
}
