/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.registration;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.sip.InvalidArgumentException;
import javax.sip.ResponseEvent;
import javax.sip.SipException;
import javax.sip.header.AuthorizationHeader;
import javax.sip.header.ContactHeader;
import javax.sip.header.MinExpiresHeader;
import javax.sip.header.ProxyAuthorizationHeader;
import javax.sip.header.RetryAfterHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.centralino.sip.guard.CertificateRefused;
import org.centralino.telephony.Registration;
import org.centralino.telephony.Registration.NotRegistered.Password;
import org.centralino.telephony.sip.internal.transport.AccountLine;
import org.centralino.telephony.sip.internal.transport.Messages;
import org.centralino.telephony.sip.internal.transport.NetworkWatcher;
import org.centralino.telephony.sip.internal.transport.Reached;
import org.centralino.telephony.sip.internal.transport.ResponseSink;
import org.eclipse.jdt.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one account registered until told to stop, at the first of its registrars that answers. Everything happens on the
 * line's executor.
 */
public final class RegistrationClient {

    private static final Logger LOG = LoggerFactory.getLogger(RegistrationClient.class);
    private static final int EXPIRES = 300;
    private static final int LONGEST_EXPIRES = 86_400;
    private static final int MOST_ROUNDS = 4;

    /** For a registrar that seems to be gone, or is not the only one: three transmissions over UDP. */
    private static final long SHORT_PATIENCE_MS = 2_000;

    private static final long CLOSING_MS = 100;

    private final AccountLine line;
    private final Consumer<Registration> listener;
    private final Runnable moved;
    private final String fromTag = AccountLine.newTag();
    private final Retries retries = new Retries();
    private final KeepAlive keepAlive;
    private @Nullable String callId;
    private long sequence;
    private int expires = EXPIRES;
    private int campaign;
    private boolean seenAnew;
    private boolean suspected;
    private boolean stopping;
    private @Nullable Runnable stopped;
    private @Nullable Reached registrar;
    private @Nullable ContactHeader bound;
    private @Nullable ContactHeader stale;
    private @Nullable Future<?> due;
    private Registration state = new Registration.Registering();

    /**
     * @param listener told of every change, on the line's executor
     * @param moved run there when the registrar knows us at another address than before: calls have to tell theirs too
     */
    public RegistrationClient(AccountLine line, Consumer<Registration> listener, Runnable moved) {
        this.line = line;
        this.listener = listener;
        this.moved = moved;
        this.keepAlive = new KeepAlive(line, this::suspect);
        line.whenMovedOn(() -> {
            if (state instanceof Registration.Registered) {
                register();
            }
        });
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
            campaign++;
            cancelTimer();
            keepAlive.stop();
            Reached last = registrar;
            if (last == null || !(state instanceof Registration.Registered)) {
                done.run();
                return;
            }
            expires = 0;
            stopped = done;
            new Attempt(last, 0).send();
        });
    }

    /** The network may be another one than before. */
    public void networkChanged(NetworkWatcher.Change change) {
        line.executor().execute(() -> {
            boolean awoke = change == NetworkWatcher.Change.AWOKE;
            if (awoke) {
                line.inUse().forEach(line::drop);
            }
            if (awoke || !(state instanceof Registration.Registered) || !line.isStillHere()) {
                retries.startOver();
                register();
            }
        });
    }

    /** A connection to {@code server} is over. */
    public void connectionOver(InetSocketAddress server) {
        line.executor().execute(() -> {
            boolean ours = line.inUse().stream().anyMatch(each -> each.isAt(server));
            if (ours && state instanceof Registration.Registered) {
                LOG.info("{}: the connection to {} is over", line.account(), server);
                // What is left of the connection has to be out of the stack first.
                schedule(CLOSING_MS);
            }
        });
    }

    private void suspect() {
        LOG.info("{}: the registrar seems to be gone", line.account());
        suspected = true;
        register();
    }

    /** Tries the registrars in order. What is under way for an earlier try counts for nothing any more. */
    private void register() {
        cancelTimer();
        if (stopping) {
            return;
        }
        if (!(state instanceof Registration.Registered) && !retries.isSilent()) {
            change(new Registration.Registering());
        }
        seenAnew = false;
        open(true);
    }

    private void open(boolean afresh) {
        int mine = ++campaign;
        line.open(afresh, new AccountLine.Opening() {
            @Override
            public void reached(Reached reached) {
                if (mine == campaign) {
                    registrar = reached;
                    boolean hurry = suspected || line.hasOther(reached);
                    new Attempt(reached, hurry ? SHORT_PATIENCE_MS : retries.patienceMs()).send();
                }
            }

            @Override
            public void failed(IOException why) {
                if (mine == campaign) {
                    LOG.debug("{}: no way to the registrar", line.account(), why);
                    unanswered(words(why));
                }
            }
        });
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

    /** One REGISTER, with what challenges make of it. */
    private final class Attempt implements ResponseSink {

        private final int mine = campaign;
        private final Reached server;
        private final long patienceMs;
        private int rounds;
        private @Nullable Request sent;

        Attempt(Reached server, long patienceMs) {
            this.server = server;
            this.patienceMs = patienceMs;
        }

        void send() {
            try {
                String id = callId;
                if (id == null) {
                    id = server.endpoint().provider().getNewCallId().getCallId();
                    callId = id;
                }
                Request request = line.register(server, id, ++sequence, fromTag);
                ContactHeader contact = server.contact(line.user());
                contact.setExpires(expires);
                request.setHeader(contact);
                ContactHeader before = stale;
                if (before != null) {
                    before.setExpires(0);
                    request.addHeader(before);
                }
                request.setHeader(Messages.HEADERS.createExpiresHeader(expires));
                sent = request;
                line.send(request, server, patienceMs, this);
            } catch (SipException | InvalidArgumentException e) {
                LOG.debug("{}: REGISTER not sent", line.account(), e);
                unanswered(words(e));
            }
        }

        @Override
        public void onResponse(ResponseEvent event) {
            Response response = event.getResponse();
            int status = response.getStatusCode();
            Request request = sent;
            if (status < 200 || request == null || mine != campaign) {
                return;
            }
            Reached seen = seen(server, response);
            if (status < 300) {
                accepted(server, seen, response);
            } else if (status == Response.UNAUTHORIZED || status == Response.PROXY_AUTHENTICATION_REQUIRED) {
                if (++rounds < MOST_ROUNDS && line.challenged(request, response)) {
                    again(seen);
                } else {
                    refused(
                            status + " " + response.getReasonPhrase() + ": user name or password is wrong",
                            blame(request));
                }
            } else if (status == Response.INTERVAL_TOO_BRIEF && ++rounds < MOST_ROUNDS && !stopping) {
                MinExpiresHeader least = (MinExpiresHeader) response.getHeader(MinExpiresHeader.NAME);
                expires = least == null
                        ? Math.min(LONGEST_EXPIRES, expires * 2)
                        : Math.min(LONGEST_EXPIRES, Math.max(expires, least.getExpires()));
                again(seen);
            } else if (status == Response.FORBIDDEN || status == Response.NOT_FOUND) {
                refused(
                        status + " " + response.getReasonPhrase(),
                        status == Response.FORBIDDEN ? blame(request) : Password.NOT_TO_BLAME);
            } else {
                failed(status, response);
            }
        }

        private void again(Reached seen) {
            Attempt next = new Attempt(seen, patienceMs);
            next.rounds = rounds;
            next.send();
        }

        private void failed(int status, Response response) {
            RetryAfterHeader after = (RetryAfterHeader) response.getHeader(RetryAfterHeader.NAME);
            int seconds = after == null ? 0 : Math.max(0, after.getRetryAfter());
            if (isOver()) {
                return;
            }
            if (status == Response.SERVICE_UNAVAILABLE && line.passOver(server, seconds)) {
                open(false);
                return;
            }
            change(new Registration.NotRegistered(status + " " + response.getReasonPhrase(), retries.since(), true));
            schedule(retries.afterRefusal(seconds));
        }

        @Override
        public void onNoResponse(String why) {
            if (mine != campaign) {
                return;
            }
            line.drop(server);
            boolean connectionWasDead = suspected && server.port() != 0;
            suspected = false;
            if (!stopping && line.passOver(server, 0)) {
                open(false);
            } else if (!stopping && connectionWasDead) {
                open(true);
            } else {
                unanswered("No answer from the registrar");
            }
        }
    }

    /** {@code server} with how its response says that it sees us. */
    private Reached seen(Reached server, Response response) {
        InetSocketAddress outside = Outside.seen(server, response);
        Reached seen = server.seenAs(outside);
        if (!seen.equals(server)) {
            LOG.info("{}: the registrar sees us as {}", line.account(), outside);
            line.seenAs(server, outside);
            registrar = seen;
        }
        return seen;
    }

    private void accepted(Reached server, Reached seen, Response response) {
        line.digest().accepted();
        if (isOver()) {
            return;
        }
        stale = null;
        if (!seen.equals(server) && !seenAnew) {
            // Bound at an address that does not reach us: once more, at the one that does.
            seenAnew = true;
            stale = server.contact(line.user());
            new Attempt(seen, 0).send();
            return;
        }
        ContactHeader before = bound;
        ContactHeader now = server.contact(line.user());
        bound = now;
        line.use(server);
        boolean falseAlarm = suspected && !retries.isFailing();
        suspected = false;
        retries.succeeded();
        Instant time = Instant.now();
        Instant since = state instanceof Registration.Registered known ? known.since() : time;
        change(new Registration.Registered(since, time));
        // Early enough to try again before the binding is gone (RFC 3261, 10.2.4).
        schedule(Math.max(500, Granted.seconds(response, now, expires) * 1000L * 85 / 100));
        keepAlive.start(falseAlarm);
        if (before != null && !before.getAddress().equals(now.getAddress())) {
            LOG.info("{}: the registrar has us at {} now", line.account(), now.getAddress());
            moved.run();
        }
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

    /** Who sent no credentials cannot have sent wrong ones. */
    private static Password blame(Request refused) {
        boolean answered = refused.getHeader(AuthorizationHeader.NAME) != null
                || refused.getHeader(ProxyAuthorizationHeader.NAME) != null;
        return answered ? Password.REFUSED : Password.NOT_TO_BLAME;
    }

    private void refused(String reason, Password password) {
        if (!isOver()) {
            keepAlive.stop();
            change(new Registration.NotRegistered(reason, retries.since(), false, password));
        }
    }

    private void unanswered(String reason) {
        if (!isOver()) {
            suspected = false;
            keepAlive.stop();
            change(new Registration.NotRegistered(reason, retries.since(), true));
            schedule(retries.afterSilence());
        }
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
