/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.session;

import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.sip.Dialog;
import javax.sip.DialogState;
import javax.sip.ResponseEvent;
import javax.sip.SipException;
import javax.sip.header.ContactHeader;
import javax.sip.header.ContentTypeHeader;
import javax.sip.header.EventHeader;
import javax.sip.header.ExpiresHeader;
import javax.sip.header.SubscriptionStateHeader;
import javax.sip.message.Message;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.centralino.telephony.Participant;
import org.centralino.telephony.sip.internal.transport.AccountLine;
import org.centralino.telephony.sip.internal.transport.Messages;
import org.centralino.telephony.sip.internal.transport.ResponseSink;
import org.eclipse.jdt.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who is in the conference whose focus the far side says to be (RFC 4579, 5): subscribed to within the session, for as long
 * as that lasts. Confined to its line's executor.
 */
final class FocusSubscription implements ResponseSink {

    private static final Logger LOG = LoggerFactory.getLogger(FocusSubscription.class);
    private static final String EVENT = "conference";
    private static final String FOCUS = "isfocus";
    private static final int EXPIRES_S = 600;
    private static final int SHORTEST_S = 60;
    /** Before it ends. */
    private static final int EARLY_S = 30;

    private final AccountLine line;
    private final Consumer<List<Participant>> told;
    private final Roster roster = new Roster();
    private boolean focus;
    private boolean closed;
    private @Nullable Dialog dialog;
    private @Nullable Future<?> refresh;

    /** @param told who is in it, after each change */
    FocusSubscription(AccountLine line, Consumer<List<Participant>> told) {
        this.line = line;
        this.told = told;
    }

    /** Takes note of what the far side says to be. */
    void heard(Message message) {
        if (message.getHeader(ContactHeader.NAME) instanceof ContactHeader contact) {
            for (Iterator<?> names = contact.getParameterNames(); names.hasNext(); ) {
                focus |= FOCUS.equals(String.valueOf(names.next()).toLowerCase(Locale.ROOT));
            }
        }
    }

    /** The session is up; does nothing where the far side is no focus, or it was asked already. */
    void begin(Dialog confirmed) {
        if (focus && dialog == null && !closed) {
            dialog = confirmed;
            subscribe();
        }
    }

    private void subscribe() {
        Dialog current = dialog;
        if (current == null || closed || current.getState() != DialogState.CONFIRMED) {
            return;
        }
        DialogRequest.Content content = request -> {
            request.setHeader(line.contact());
            request.setHeader(Messages.HEADERS.createHeader(EventHeader.NAME, EVENT));
            request.setHeader(Messages.HEADERS.createHeader("Accept", "application/conference-info+xml"));
            request.setHeader(Messages.HEADERS.createHeader(ExpiresHeader.NAME, Integer.toString(EXPIRES_S)));
        };
        try {
            new DialogRequest(line, current, Request.SUBSCRIBE, content, this).send();
        } catch (SipException e) {
            LOG.warn("{}: SUBSCRIBE not sent: {}", line.account(), e.getMessage());
        }
    }

    @Override
    public void onResponse(ResponseEvent event) {
        Response response = event.getResponse();
        int status = response.getStatusCode();
        if (status >= 300) {
            LOG.info("{}: the focus does not tell who is in its conference: {}", line.account(), status);
        } else if (status >= 200) {
            ExpiresHeader expires = (ExpiresHeader) response.getHeader(ExpiresHeader.NAME);
            again(expires == null ? EXPIRES_S : expires.getExpires());
        }
    }

    @Override
    public void onNoResponse(String why) {
        LOG.info("{}: the focus does not answer a SUBSCRIBE: {}", line.account(), why);
    }

    private void again(int expires) {
        stop();
        if (!closed) {
            int seconds = Math.clamp(expires, SHORTEST_S, EXPIRES_S) - EARLY_S;
            refresh = line.executor().schedule(this::subscribe, seconds, TimeUnit.SECONDS);
        }
    }

    /** Whether a NOTIFY is about this. */
    static boolean isEventOf(Request notify) {
        EventHeader event = (EventHeader) notify.getHeader(EventHeader.NAME);
        return event != null && EVENT.equalsIgnoreCase(event.getEventType());
    }

    /** Takes a NOTIFY and gives the status to answer it with. */
    int notified(Request notify) {
        if (dialog == null || closed) {
            return Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST;
        }
        SubscriptionStateHeader state = (SubscriptionStateHeader) notify.getHeader(SubscriptionStateHeader.NAME);
        boolean over = state != null && SubscriptionStateHeader.TERMINATED.equalsIgnoreCase(state.getState());
        if (over) {
            stop();
        }
        byte[] body = notify.getRawContent();
        if (body == null || body.length == 0) {
            return Response.OK;
        }
        ContentTypeHeader type = (ContentTypeHeader) notify.getHeader(ContentTypeHeader.NAME);
        if (type == null || !"conference-info+xml".equalsIgnoreCase(type.getContentSubType())) {
            return Response.UNSUPPORTED_MEDIA_TYPE;
        }
        ConferenceInfo info = ConferenceInfo.parse(body);
        if (info == null) {
            return Response.BAD_REQUEST;
        }
        if (roster.take(info)) {
            told.accept(roster.people());
        }
        return Response.OK;
    }

    private void stop() {
        Future<?> armed = refresh;
        if (armed != null) {
            armed.cancel(false);
        }
    }

    /** The session is over, and with it whatever was subscribed to in it. */
    void close() {
        closed = true;
        stop();
    }
}
