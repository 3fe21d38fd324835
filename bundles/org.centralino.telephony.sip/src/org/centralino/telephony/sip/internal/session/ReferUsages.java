/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.session;

import java.util.ArrayList;
import java.util.List;
import javax.sip.Dialog;
import javax.sip.DialogState;
import javax.sip.RequestEvent;
import javax.sip.header.EventHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.centralino.telephony.sip.internal.call.EndReasons;
import org.centralino.telephony.sip.internal.transport.AccountLine;
import org.eclipse.jdt.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Referrals within one session, ours and the far side's (RFC 3515). Confined to its line's executor. */
final class ReferUsages {

    private static final Logger LOG = LoggerFactory.getLogger(ReferUsages.class);
    private static final String REFER = "refer";

    private final AccountLine line;
    private final List<Referral> ours = new ArrayList<>();
    private @Nullable IncomingReferral theirs;

    ReferUsages(AccountLine line) {
        this.line = line;
    }

    /** Sends the far side to {@code referTo}. */
    void refer(@Nullable Dialog dialog, String referTo, ReferralListener listener) {
        if (dialog == null) {
            listener.failed(EndReasons.network("No session"));
            return;
        }
        Referral referral = new Referral(line, dialog, referTo, listener);
        ours.add(referral);
        referral.send();
    }

    /** Takes a NOTIFY within the session and gives the status to answer it with. */
    int notified(Request notify) {
        EventHeader event = (EventHeader) notify.getHeader(EventHeader.NAME);
        if (event == null || !REFER.equalsIgnoreCase(event.getEventType())) {
            return Response.BAD_EVENT;
        }
        String id = event.getEventId();
        for (Referral referral : ours.reversed()) {
            // Who knows of one REFER alone need not name it.
            if (id == null || referral.isCalled(id)) {
                return referral.notified(notify);
            }
        }
        return Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST;
    }

    /**
     * Judges a REFER within the session.
     *
     * @return the status to answer it with; 202: {@link #accepted} gives what was asked
     */
    int judge(RequestEvent event, @Nullable Dialog dialog) {
        if (dialog == null || dialog.getState() != DialogState.CONFIRMED || !line.isFromFirstHop(event)) {
            // Whoever may place calls in our name must be the exchange that we signed in to.
            LOG.warn("{}: a REFER from elsewhere than our exchange is refused", line.account());
            return Response.DECLINE;
        }
        IncomingReferral before = theirs;
        if (before != null && !before.isFinished()) {
            return Response.REQUEST_PENDING;
        }
        IncomingReferral.Asked asked = IncomingReferral.read(event.getRequest());
        if (asked.status() == Response.ACCEPTED) {
            theirs = new IncomingReferral(line, dialog, event.getRequest(), asked, before != null);
        }
        return asked.status();
    }

    /** The REFER accepted last. */
    @Nullable
    IncomingReferral accepted() {
        return theirs;
    }

    /** The session is over: nobody tells, or is told, any more. */
    void close() {
        ours.forEach(Referral::close);
    }
}
