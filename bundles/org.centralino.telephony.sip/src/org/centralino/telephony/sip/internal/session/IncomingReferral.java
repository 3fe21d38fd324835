/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.session;

import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import javax.sip.Dialog;
import javax.sip.ResponseEvent;
import javax.sip.SipException;
import javax.sip.address.SipURI;
import javax.sip.header.CSeqHeader;
import javax.sip.header.Header;
import javax.sip.header.HeaderAddress;
import javax.sip.header.ReferToHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.centralino.telephony.EndReason;
import org.centralino.telephony.sip.internal.transport.AccountLine;
import org.centralino.telephony.sip.internal.transport.Messages;
import org.centralino.telephony.sip.internal.transport.ResponseSink;
import org.eclipse.jdt.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A call that the far side asked us to make (RFC 3515), and the subscription by which it is told how that goes. Confined
 * to its line's executor, except for what was asked.
 */
public final class IncomingReferral {

    private static final Logger LOG = LoggerFactory.getLogger(IncomingReferral.class);
    private static final String REFERRED_BY = "Referred-By";

    /** Longer than any call of ours rings. */
    private static final int EXPIRES_S = 300;

    private static final ResponseSink UNHEEDED = new ResponseSink() {
        @Override
        public void onResponse(ResponseEvent event) {
            // Who asked wants no news: the call goes on all the same (RFC 5057, 5.1).
        }

        @Override
        public void onNoResponse(String why) {
            LOG.debug("NOTIFY was not answered: {}", why);
        }
    };

    private final AccountLine line;
    private final Dialog dialog;
    private final Asked asked;
    private final String event;
    private boolean alerted;
    private boolean finished;

    /**
     * What a REFER asks for.
     *
     * @param status 202, or why it cannot be done
     * @param target the URI to call; empty unless {@code status} is 202
     * @param headers for the INVITE
     */
    record Asked(int status, String target, List<Header> headers) {

        private static Asked refused(int status) {
            return new Asked(status, "", List.of());
        }
    }

    /** @param again whether there were others in this dialog before, so that this one has to be named */
    IncomingReferral(AccountLine line, Dialog dialog, Request refer, Asked asked, boolean again) {
        this.line = line;
        this.dialog = dialog;
        this.asked = asked;
        long sequence = ((CSeqHeader) refer.getHeader(CSeqHeader.NAME)).getSeqNumber();
        this.event = again ? "refer;id=" + sequence : "refer";
    }

    /** Reads what {@code refer} asks for: one call, to a SIP address, perhaps in the place of another. */
    static Asked read(Request refer) {
        if (!(refer.getHeader(ReferToHeader.NAME) instanceof ReferToHeader referTo)) {
            return Asked.refused(Response.BAD_REQUEST);
        }
        if (!(referTo.getAddress().getURI() instanceof SipURI uri)) {
            return Asked.refused(Response.UNSUPPORTED_URI_SCHEME);
        }
        String method = uri.getMethodParam();
        if (method != null && !method.equalsIgnoreCase(Request.INVITE)) {
            return Asked.refused(Response.DECLINE);
        }
        try {
            List<Header> headers = new ArrayList<>();
            String escaped = uri.getHeader(Replacement.HEADER);
            if (escaped != null) {
                Replacement replacement = Replacement.parseEscaped(escaped);
                if (replacement == null) {
                    return Asked.refused(Response.BAD_REQUEST);
                }
                headers.add(Messages.HEADERS.createHeader(Replacement.HEADER, replacement.value()));
            }
            if (refer.getHeader(REFERRED_BY) instanceof HeaderAddress by) {
                // Without its parameters: the token that they may speak of does not come along (RFC 3892).
                String who = "<" + by.getAddress().getURI() + ">";
                headers.add(Messages.HEADERS.createHeader(REFERRED_BY, who));
            }
            SipURI bare = (SipURI) Messages.withoutHeaders(uri);
            bare.removeParameter("method");
            return new Asked(Response.ACCEPTED, bare.toString(), List.copyOf(headers));
        } catch (ParseException e) {
            return Asked.refused(Response.BAD_REQUEST);
        }
    }

    /** The URI to call. */
    public String target() {
        return asked.target();
    }

    /** What the INVITE has to carry. */
    List<Header> headers() {
        return asked.headers();
    }

    boolean isFinished() {
        return finished;
    }

    /** The call is being made. */
    void trying() {
        notify(Response.TRYING, "Trying");
    }

    /** Who is called is being alerted. */
    void ringing() {
        if (!alerted && !finished) {
            alerted = true;
            notify(Response.RINGING, "Ringing");
        }
    }

    /** Who is called answered. */
    void answered() {
        finish(Response.OK, "OK");
    }

    /** It comes to nothing. */
    void failed(EndReason reason) {
        int status = reason.sipStatus();
        if (status >= 300 && status < 700) {
            finish(status, reason.phrase());
        } else {
            finish(Response.SERVICE_UNAVAILABLE, reason.phrase());
        }
    }

    /** There will be no such call; may be called on any thread, and does nothing when the outcome was told. */
    public void abandon(int status, String phrase) {
        line.executor().execute(() -> finish(status, phrase));
    }

    private void finish(int status, String phrase) {
        if (!finished) {
            finished = true;
            notify(status, phrase);
        }
    }

    private void notify(int status, String phrase) {
        String state = finished ? "terminated;reason=noresource" : "active;expires=" + EXPIRES_S;
        DialogRequest notify = new DialogRequest(
                line,
                dialog,
                Request.NOTIFY,
                request -> {
                    request.setHeader(line.contact());
                    request.setHeader(Messages.HEADERS.createHeader("Event", event));
                    request.setHeader(Messages.HEADERS.createHeader("Subscription-State", state));
                    new Sipfrag(status, phrase).addTo(request);
                },
                UNHEEDED);
        try {
            notify.send();
        } catch (SipException e) {
            // It hung up as soon as we agreed: there is nobody to be told.
            LOG.debug("{}: NOTIFY not sent: {}", line.account(), e.getMessage());
        }
    }

    /** What was asked, for the log. */
    @Override
    public @Nullable String toString() {
        return "referral to " + asked.target();
    }
}
