/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.registration;

import java.io.IOException;
import java.time.Instant;
import java.util.Iterator;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.sip.InvalidArgumentException;
import javax.sip.ResponseEvent;
import javax.sip.SipException;
import javax.sip.header.ContactHeader;
import javax.sip.header.ExpiresHeader;
import javax.sip.header.MinExpiresHeader;
import javax.sip.header.RetryAfterHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.centralino.sip.guard.CertificateRefused;
import org.centralino.telephony.Registration;
import org.centralino.telephony.sip.internal.transport.AccountLine;
import org.centralino.telephony.sip.internal.transport.Messages;
import org.centralino.telephony.sip.internal.transport.ResponseSink;
import org.centralino.telephony.sip.internal.transport.SipTransports;
import org.eclipse.jdt.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps one account registered until told to stop. Everything happens on the line's executor. */
public final class RegistrationClient implements ResponseSink {

    private static final Logger LOG = LoggerFactory.getLogger(RegistrationClient.class);
    private static final int EXPIRES = 300;
    private static final int LONGEST_EXPIRES = 86_400;
    private static final int MOST_ROUNDS = 4;
    private static final long FIRST_RETRY_MS = 2_000;
    private static final long LAST_RETRY_MS = 120_000;
    private static final long KEEP_ALIVE_MS = 25_000;

    private final AccountLine line;
    private final SipTransports transports;
    private final Consumer<Registration> listener;
    private final String fromTag = AccountLine.newTag();
    private @Nullable String callId;
    private long sequence;
    private int expires = EXPIRES;
    private int rounds;
    private int failures;
    private @Nullable Instant failingSince;
    private boolean stopping;
    private @Nullable Runnable stopped;
    private @Nullable Request sent;
    private @Nullable Future<?> due;
    private @Nullable Future<?> keepAlive;
    private Registration state = new Registration.Registering();

    /** @param listener told of every change on the line's executor */
    public RegistrationClient(AccountLine line, SipTransports transports, Consumer<Registration> listener) {
        this.line = line;
        this.transports = transports;
        this.listener = listener;
    }

    /** Registers, now and for as long as {@link #stop} is not called. */
    public void start() {
        line.executor().execute(() -> {
            listener.accept(state);
            register();
        });
    }

    /** Takes the binding back (RFC 3261, 10.2.2); {@code done} runs when the registrar knows, or does not answer. */
    public void stop(Runnable done) {
        line.executor().execute(() -> {
            stopping = true;
            cancelTimer();
            if (callId == null || !(state instanceof Registration.Registered)) {
                done.run();
                return;
            }
            rounds = 0;
            expires = 0;
            stopped = done;
            send();
        });
    }

    private void register() {
        due = null;
        if (stopping) {
            return;
        }
        if (!(state instanceof Registration.Registered)) {
            change(new Registration.Registering());
        }
        rounds = 0;
        try {
            line.open(transports);
            if (callId == null) {
                callId = line.newCallId();
            }
            send();
        } catch (IOException | SipException e) {
            LOG.debug("{}: no way to the registrar", line.account(), e);
            failed(words(e), 0);
        }
    }

    private void send() {
        String id = callId;
        if (id == null) {
            return;
        }
        try {
            Request request = line.register(id, ++sequence, fromTag);
            ContactHeader contact = line.contact();
            contact.setExpires(expires);
            request.setHeader(contact);
            request.setHeader(Messages.HEADERS.createExpiresHeader(expires));
            sent = request;
            line.send(request, this);
        } catch (SipException | InvalidArgumentException e) {
            LOG.debug("{}: REGISTER not sent", line.account(), e);
            failed(words(e), 0);
        }
    }

    private static String words(Throwable failure) {
        CertificateRefused refused = CertificateRefused.in(failure);
        if (refused != null) {
            return String.valueOf(refused.getMessage());
        }
        Throwable deepest = failure;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        String message = deepest.getMessage();
        return "No way to the registrar: " + (message == null ? "not sent" : message);
    }

    @Override
    public void onResponse(ResponseEvent event) {
        Response response = event.getResponse();
        int status = response.getStatusCode();
        Request request = sent;
        if (status < 200 || request == null) {
            return;
        }
        if (status < 300) {
            line.digest().accepted();
            accepted(response);
        } else if (status == Response.UNAUTHORIZED || status == Response.PROXY_AUTHENTICATION_REQUIRED) {
            if (++rounds < MOST_ROUNDS && line.challenged(request, response)) {
                send();
            } else {
                refused(status + " " + response.getReasonPhrase() + ": user name or password is wrong");
            }
        } else if (status == Response.INTERVAL_TOO_BRIEF && ++rounds < MOST_ROUNDS && !stopping) {
            MinExpiresHeader least = (MinExpiresHeader) response.getHeader(MinExpiresHeader.NAME);
            expires = least == null ? expires * 2 : Math.min(LONGEST_EXPIRES, Math.max(expires, least.getExpires()));
            send();
        } else if (status == Response.FORBIDDEN || status == Response.NOT_FOUND) {
            refused(status + " " + response.getReasonPhrase());
        } else {
            RetryAfterHeader after = (RetryAfterHeader) response.getHeader(RetryAfterHeader.NAME);
            failed(status + " " + response.getReasonPhrase(), after == null ? 0 : after.getRetryAfter());
        }
    }

    @Override
    public void onNoResponse(String why) {
        failed("No answer from the registrar", 0);
    }

    private void accepted(Response response) {
        if (isOver()) {
            return;
        }
        failures = 0;
        failingSince = null;
        Instant now = Instant.now();
        Instant since = state instanceof Registration.Registered before ? before.since() : now;
        change(new Registration.Registered(since, now));
        int granted = granted(response);
        // Early enough to try again before the binding is gone (RFC 3261, 10.2.4).
        schedule(Math.max(500, granted * 1000L * 85 / 100));
        scheduleKeepAlive();
    }

    private void scheduleKeepAlive() {
        Future<?> before = keepAlive;
        if (before != null) {
            before.cancel(false);
        }
        keepAlive = line.executor().schedule(this::keepAlive, KEEP_ALIVE_MS, TimeUnit.MILLISECONDS);
    }

    private void keepAlive() {
        if (stopping || !(state instanceof Registration.Registered)) {
            return;
        }
        try {
            if (line.keepAlive(transports)) {
                scheduleKeepAlive();
            } else {
                register();
            }
        } catch (IOException e) {
            LOG.debug("{}: connection lost", line.account(), e);
            failed(words(e), 0);
        }
    }

    /** Seconds the registrar granted for our contact. */
    private int granted(Response response) {
        int seconds = -1;
        try {
            String ours = line.contact().getAddress().getURI().toString();
            for (Iterator<?> contacts = response.getHeaders(ContactHeader.NAME); contacts.hasNext(); ) {
                ContactHeader contact = (ContactHeader) contacts.next();
                if (contact.getAddress().getURI().toString().equalsIgnoreCase(ours)) {
                    seconds = contact.getExpires();
                }
            }
        } catch (SipException e) {
            LOG.debug("{}: contact unknown", line.account(), e);
        }
        ExpiresHeader header = (ExpiresHeader) response.getHeader(ExpiresHeader.NAME);
        if (seconds <= 0) {
            seconds = header == null ? expires : header.getExpires();
        }
        return Math.min(LONGEST_EXPIRES, Math.max(1, seconds));
    }

    /** Whether this was about taking the binding back; then it is done, well or not. */
    private boolean isOver() {
        Runnable done = stopped;
        stopped = null;
        if (done != null) {
            done.run();
        }
        return stopping;
    }

    private void refused(String reason) {
        if (!isOver()) {
            change(new Registration.NotRegistered(reason, since(), false));
        }
    }

    private void failed(String reason, int retryAfterSeconds) {
        if (isOver()) {
            return;
        }
        change(new Registration.NotRegistered(reason, since(), true));
        long backoff = Math.min(LAST_RETRY_MS, FIRST_RETRY_MS << Math.min(failures++, 6));
        long jittered = backoff * ThreadLocalRandom.current().nextLong(80, 121) / 100;
        schedule(retryAfterSeconds > 0 ? Math.min(3_600, retryAfterSeconds) * 1000L : jittered);
    }

    private Instant since() {
        Instant before = failingSince;
        Instant since = before == null ? Instant.now() : before;
        failingSince = since;
        return since;
    }

    private void schedule(long delayMs) {
        cancelTimer();
        due = line.executor().schedule(this::register, delayMs, TimeUnit.MILLISECONDS);
    }

    private void cancelTimer() {
        Future<?> timer = due;
        if (timer != null) {
            timer.cancel(false);
        }
        due = null;
    }

    private void change(Registration next) {
        state = next;
        listener.accept(next);
    }
}
