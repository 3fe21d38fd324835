/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.session;

import gov.nist.javax.sip.header.extensions.MinSE;
import gov.nist.javax.sip.header.extensions.SessionExpiresHeader;
import java.text.ParseException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sip.header.Header;
import javax.sip.header.RequireHeader;
import javax.sip.message.Message;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.centralino.telephony.sip.internal.transport.Messages;
import org.eclipse.jdt.annotation.Nullable;

/**
 * Tells when a session is to be refreshed and when it has ended in silence (RFC 4028). Confined to the executor it is
 * given.
 */
final class SessionTimer {

    static final String EXPIRES = "Session-Expires";
    static final String MINIMUM = "Min-SE";

    /** The shortest that may be asked of anybody, in seconds (RFC 4028, 4). */
    static final int SHORTEST_S = 90;

    private static final int USUAL_S = 1800;
    private static final int LONGEST_S = 86_400;
    private static final int BRIEFEST_ANSWER_S = 2;
    private static final int LEAD_S = 32;

    private final ScheduledExecutorService executor;
    private final Runnable refresh;
    private final Runnable expired;
    private int interval = USUAL_S;
    private int minimum;
    private boolean ours;
    private boolean agreed;
    private @Nullable Future<?> refreshing;
    private @Nullable Future<?> expiring;

    /**
     * @param refresh does so; asked again until a 2xx is told of
     * @param expired ends the session
     */
    SessionTimer(ScheduledExecutorService executor, Runnable refresh, Runnable expired) {
        this.executor = executor;
        this.refresh = refresh;
        this.expired = expired;
    }

    /** Adds what an INVITE or UPDATE of ours has to say; the first one leaves it to the far side who refreshes. */
    void ask(Request request) throws ParseException {
        if (interval > 0) {
            String refresher = agreed ? ";refresher=" + (ours ? "uac" : "uas") : "";
            request.setHeader(Messages.HEADERS.createHeader(EXPIRES, interval + refresher));
            if (minimum > 0) {
                request.setHeader(Messages.HEADERS.createHeader(MINIMUM, Integer.toString(minimum)));
            }
        }
    }

    /** Takes 422, and says whether to ask again with the interval that it wants (RFC 4028, 7.3). */
    boolean isRaisedBy(Response response) {
        int wanted = response.getHeader(MINIMUM) instanceof MinSE least ? least.getExpires() : 0;
        if (wanted <= interval || wanted > LONGEST_S) {
            return false;
        }
        interval = wanted;
        minimum = wanted;
        return true;
    }

    /** Takes a 2xx to an INVITE or UPDATE of ours. */
    void answered(Response response) {
        SessionExpiresHeader theirs = expires(response);
        boolean refreshedByUs = theirs != null && !"uas".equalsIgnoreCase(theirs.getRefresher());
        restart(theirs == null ? 0 : Math.max(theirs.getExpires(), BRIEFEST_ANSWER_S), refreshedByUs);
    }

    /** Whether a request of theirs wants to be refreshed more often than may be asked of us. */
    static boolean isTooBriefIn(Request request) {
        SessionExpiresHeader theirs = expires(request);
        return theirs != null && theirs.getExpires() < SHORTEST_S && Options.supports(request, Options.TIMER);
    }

    /** What 422 has to say. */
    static Header minimum() throws ParseException {
        return Messages.HEADERS.createHeader(MINIMUM, Integer.toString(SHORTEST_S));
    }

    /** Agrees by our 2xx to what a request of theirs asks for (RFC 4028, 9). */
    void answer(Request request, Response ok) throws ParseException {
        SessionExpiresHeader theirs = expires(request);
        if (theirs == null) {
            restart(0, false);
            return;
        }
        boolean able = Options.supports(request, Options.TIMER);
        restart(Math.max(theirs.getExpires(), SHORTEST_S), !able || "uas".equalsIgnoreCase(theirs.getRefresher()));
        ok.setHeader(Messages.HEADERS.createHeader(EXPIRES, interval + ";refresher=" + (ours ? "uas" : "uac")));
        if (able) {
            ok.setHeader(Messages.HEADERS.createHeader(RequireHeader.NAME, Options.TIMER));
        }
    }

    private static @Nullable SessionExpiresHeader expires(Message message) {
        return message.getHeader(EXPIRES) instanceof SessionExpiresHeader header ? header : null;
    }

    private void restart(int seconds, boolean byUs) {
        stop();
        interval = Math.min(seconds, LONGEST_S);
        ours = byUs;
        agreed = true;
        if (interval == 0) {
            return;
        }
        long whole = TimeUnit.SECONDS.toMillis(interval);
        long lead = Math.min(TimeUnit.SECONDS.toMillis(LEAD_S), whole / 3);
        expiring = executor.schedule(expired, whole - lead, TimeUnit.MILLISECONDS);
        if (ours) {
            // What is refused now, or crosses something else, is tried again.
            refreshing = executor.scheduleWithFixedDelay(
                    refresh, whole / 2, Math.max(whole / 8, 500), TimeUnit.MILLISECONDS);
        }
    }

    /** The session is over. */
    void stop() {
        for (Future<?> each : new Future<?>[] {refreshing, expiring}) {
            if (each != null) {
                each.cancel(false);
            }
        }
        refreshing = null;
        expiring = null;
    }
}
