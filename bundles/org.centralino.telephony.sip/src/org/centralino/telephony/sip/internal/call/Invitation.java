/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.call;

import gov.nist.javax.sip.header.extensions.ReferredByHeader;
import java.util.Set;
import javax.sip.ServerTransaction;
import javax.sip.header.Header;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.centralino.media.MediaService;
import org.centralino.telephony.Account;
import org.centralino.telephony.EndReason;
import org.centralino.telephony.Party;
import org.centralino.telephony.sip.internal.sdp.OfferAnswer;
import org.centralino.telephony.sip.internal.sdp.Sdes;
import org.centralino.telephony.sip.internal.sdp.SdpException;
import org.centralino.telephony.sip.internal.session.CallerId;
import org.centralino.telephony.sip.internal.session.Replacement;
import org.centralino.telephony.sip.internal.session.ServerInvite;
import org.centralino.telephony.sip.internal.transport.AccountLine;
import org.centralino.telephony.sip.internal.transport.Messages;
import org.eclipse.jdt.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An INVITE that came in, and why it may have to be refused.
 *
 * @param line the account that is called
 * @param transaction to answer it by
 * @param caller who calls
 * @param divertedFrom whom it was meant for before, null when it always was for us
 * @param referredBy who sent the caller, empty when nobody did
 * @param offer null when it wants one from us
 * @param replaces whether it wants the place of another call (RFC 3891)
 * @param place which one; null where that cannot be understood
 */
record Invitation(
        AccountLine line,
        ServerTransaction transaction,
        Party caller,
        @Nullable Party divertedFrom,
        String referredBy,
        @Nullable String offer,
        boolean replaces,
        @Nullable Replacement place) {

    private static final Logger LOG = LoggerFactory.getLogger(Invitation.class);

    static Invitation of(AccountLine line, ServerTransaction transaction, boolean trusted) {
        Request invite = transaction.getRequest();
        Header by = invite.getHeader(ReferredByHeader.NAME);
        Set<String> hosts = line.account().hosts();
        return new Invitation(
                line,
                transaction,
                CallerId.caller(invite, trusted, hosts),
                CallerId.divertedFrom(invite, trusted, hosts),
                by == null ? "" : by.toString(),
                Messages.sdp(invite),
                Replacement.isAskedBy(invite),
                Replacement.in(invite));
    }

    /** Makes the session that answers it. */
    LiveCall.SessionMaker session() {
        return call -> new ServerInvite(line, transaction, call);
    }

    /** Whether it wants the place of {@code call}, which is answered; other exchanges have no say in it. */
    boolean wantsPlaceOf(LiveCall call) {
        Replacement wanted = place;
        return wanted != null
                && call.line() == line
                && call.isActive()
                && call.session().isNamedBy(wanted);
    }

    /**
     * The status to refuse it with, 0 when it can be answered. Calls that ring are not replaced.
     *
     * @param replaced the call that it wants the place of, null when there is none
     */
    int refusal(MediaService media, @Nullable LiveCall replaced) {
        String obstacle = obstacle(media);
        if (obstacle != null) {
            LOG.warn("{}: a call came in that cannot be answered: {}", line.account(), obstacle);
            return Response.NOT_ACCEPTABLE_HERE;
        }
        if (!replaces) {
            return 0;
        }
        Replacement wanted = place;
        if (wanted == null) {
            return Response.BAD_REQUEST;
        }
        if (replaced == null) {
            return Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST;
        }
        return wanted.earlyOnly() ? Response.BUSY_HERE : 0;
    }

    /** Why no session can come of it, in words; null when one can. */
    @Nullable
    String obstacle(MediaService media) {
        Account account = line.account();
        boolean confidential = ServerInvite.isConfidential(line, transaction);
        if (account.srtp() == Account.Srtp.REQUIRED && !confidential) {
            return EndReason.NO_CONFIDENCE;
        }
        String theirs = offer;
        try {
            if (theirs != null) {
                OfferAnswer.check(theirs, media.codecs(), account.codecs(), Sdes.of(account.srtp(), confidential));
            }
            return null;
        } catch (SdpException e) {
            return e.getMessage();
        }
    }
}
