/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.session;

import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sip.Dialog;
import javax.sip.ResponseEvent;
import javax.sip.SipException;
import javax.sip.header.SubscriptionStateHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.centralino.telephony.EndReason;
import org.centralino.telephony.EndReason.Kind;
import org.centralino.telephony.sip.internal.call.EndReasons;
import org.centralino.telephony.sip.internal.transport.AccountLine;
import org.centralino.telephony.sip.internal.transport.Messages;
import org.centralino.telephony.sip.internal.transport.ResponseSink;
import org.eclipse.jdt.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A REFER of ours and the subscription that comes with it (RFC 3515), until the outcome is told. A subscription that
 * ends, or falls silent, without a final status says nothing of the target, and that is told as a failure: the caller
 * stays with us, which can be put right by the operator, while a caller let go cannot. If the target did answer, the far
 * side's own BYE ends the call.
 */
final class Referral implements ResponseSink {

    private static final Logger LOG = LoggerFactory.getLogger(Referral.class);
    private static final long FIRST_NEWS_S = 60;
    private static final long MORE_NEWS_S = 240;
    private static final long LONGEST_SILENCE_S = 600;

    private final AccountLine line;
    private final ReferralListener listener;
    private final DialogRequest refer;
    private boolean ringing;
    private boolean finished;
    private @Nullable Future<?> timer;

    Referral(AccountLine line, Dialog dialog, String referTo, ReferralListener listener) {
        this.line = line;
        this.listener = listener;
        String us = line.account().address();
        refer = new DialogRequest(
                line,
                dialog,
                Request.REFER,
                request -> {
                    request.setHeader(line.contact());
                    request.setHeader(Messages.HEADERS.createHeader("Refer-To", "<" + referTo + ">"));
                    request.setHeader(Messages.HEADERS.createHeader("Referred-By", "<" + us + ">"));
                },
                this);
    }

    void send() {
        try {
            refer.send();
        } catch (SipException e) {
            LOG.warn("{}: REFER not sent: {}", line.account(), e.getMessage());
            fail(EndReasons.network("Not sent"));
        }
    }

    /** What the id of an Event header calls it (RFC 3515, 2.4.6). */
    boolean isCalled(String id) {
        return id.equals(Long.toString(refer.sequence()));
    }

    @Override
    public void onResponse(ResponseEvent event) {
        Response response = event.getResponse();
        int status = response.getStatusCode();
        if (status >= 300) {
            fail(EndReasons.of(status, response.getReasonPhrase()));
        } else if (status >= 200 && timer == null && !finished) {
            await(FIRST_NEWS_S);
        }
    }

    @Override
    public void onNoResponse(String why) {
        fail(EndReasons.network(why));
    }

    /** Takes a NOTIFY and gives the status to answer it with. */
    int notified(Request notify) {
        byte[] body = notify.getRawContent();
        boolean empty = body == null || body.length == 0;
        boolean typed = empty || Sipfrag.isTypeOf(notify);
        Sipfrag news = body == null || empty || !typed ? null : Sipfrag.parse(body);
        SubscriptionStateHeader state = (SubscriptionStateHeader) notify.getHeader(SubscriptionStateHeader.NAME);
        if (news != null) {
            take(news);
        }
        if (state != null && SubscriptionStateHeader.TERMINATED.equalsIgnoreCase(state.getState())) {
            fail(unknown(state.getReasonCode()));
        } else if (!finished) {
            int expires = state == null ? -1 : state.getExpires();
            await(expires > 0 ? Math.clamp(expires, FIRST_NEWS_S, LONGEST_SILENCE_S) : MORE_NEWS_S);
        }
        if (!typed) {
            return Response.UNSUPPORTED_MEDIA_TYPE;
        }
        return empty || news != null ? Response.OK : Response.BAD_REQUEST;
    }

    private void take(Sipfrag news) {
        int status = news.status();
        if (status >= 300) {
            fail(EndReasons.of(status, news.phrase()));
        } else if (status >= 200) {
            if (finish()) {
                listener.answered();
            }
        } else if (!finished) {
            ringing |= status >= Response.RINGING;
            listener.progressed(ringing);
        }
    }

    private EndReason unknown(@Nullable String why) {
        if (SubscriptionStateHeader.REJECTED.equalsIgnoreCase(why)) {
            return new EndReason(Kind.REJECTED, 0, "The far side will not tell, or not do it");
        }
        return ringing
                ? new EndReason(Kind.NO_ANSWER, 0, "It rang, and nothing more was told")
                : EndReasons.network("Nothing was told of the target");
    }

    private void await(long seconds) {
        close();
        timer = line.executor().schedule(() -> fail(unknown(null)), seconds, TimeUnit.SECONDS);
    }

    private void fail(EndReason reason) {
        if (finish()) {
            listener.failed(reason);
        }
    }

    private boolean finish() {
        boolean first = !finished;
        finished = true;
        close();
        return first;
    }

    /** Nobody waits for news any more. */
    void close() {
        Future<?> armed = timer;
        if (armed != null) {
            armed.cancel(false);
        }
    }
}
