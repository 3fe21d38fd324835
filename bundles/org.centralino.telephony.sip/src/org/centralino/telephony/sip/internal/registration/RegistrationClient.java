/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.registration;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.sip.header.RetryAfterHeader;
import javax.sip.message.Response;
import org.centralino.sip.guard.CertificateRefused;
import org.centralino.telephony.Registration;
import org.centralino.telephony.Registration.NotRegistered.Password;
import org.centralino.telephony.sip.internal.transport.AccountLine;
import org.centralino.telephony.sip.internal.transport.NetworkWatcher;
import org.centralino.telephony.sip.internal.transport.Reached;
import org.eclipse.jdt.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one account registered until told to stop, at the first of its registrars that answers. Everything happens on the
 * line's executor.
 */
public final class RegistrationClient {

    private static final Logger LOG = LoggerFactory.getLogger(RegistrationClient.class);

    /** For a registrar that seems to be gone, or is not the only one: three transmissions over UDP. */
    private static final long SHORT_PATIENCE_MS = 2_000;

    private static final long CLOSING_MS = 100;

    private final AccountLine line;
    private final Consumer<Registration> listener;
    private final Runnable moved;
    private final Binding binding;
    private final Retries retries = new Retries();
    private final KeepAlive keepAlive;
    private int campaign;
    private boolean seenAnew;
    private boolean suspected;
    private boolean stopping;
    private @Nullable Runnable stopped;
    private @Nullable Reached registrar;
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
        this.binding = new Binding(line);
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
            binding.end();
            stopped = done;
            attempt(last, 0);
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
                    attempt(reached, hurry ? SHORT_PATIENCE_MS : retries.patienceMs());
                }
            }

            @Override
            public void failed(IOException why) {
                if (mine == campaign) {
                    LOG.debug("{}: no way to the registrar", line.account(), why);
                    noWay(words(why));
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

    private void attempt(Reached server, long patienceMs) {
        new Attempt(line, binding, server, patienceMs, new Awaited()).send();
    }

    /** What comes of an attempt; nothing any more once there was another campaign. */
    private final class Awaited implements Attempt.Outcome {

        private final int mine = campaign;

        @Override
        public boolean isAwaited() {
            return mine == campaign;
        }

        @Override
        public Reached seen(Reached server, Response response) {
            InetSocketAddress outside = Outside.seen(server, response);
            Reached seen = server.seenAs(outside);
            if (!seen.equals(server)) {
                LOG.info("{}: the registrar sees us as {}", line.account(), outside);
                line.seenAs(server, outside);
                registrar = seen;
            }
            return seen;
        }

        @Override
        public void accepted(Reached server, Reached seen, Response response) {
            line.digest().accepted();
            if (isOver()) {
                return;
            }
            binding.moved();
            if (!seen.equals(server) && !seenAnew) {
                // Bound at an address that does not reach us: once more, at the one that does.
                seenAnew = true;
                binding.moveFrom(server);
                attempt(seen, 0);
            } else {
                registered(server, response);
            }
        }

        @Override
        public void refused(String reason, Password password) {
            if (!isOver()) {
                keepAlive.stop();
                change(new Registration.NotRegistered(reason, retries.since(), false, password));
            }
        }

        @Override
        public void failed(Reached server, Response response) {
            RetryAfterHeader after = (RetryAfterHeader) response.getHeader(RetryAfterHeader.NAME);
            int seconds = after == null ? 0 : Math.max(0, after.getRetryAfter());
            int status = response.getStatusCode();
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
        public void unanswered(Reached server) {
            line.drop(server);
            boolean connectionWasDead = suspected && server.port() != 0;
            suspected = false;
            if (!stopping && line.passOver(server, 0)) {
                open(false);
            } else if (!stopping && connectionWasDead) {
                open(true);
            } else {
                noWay("No answer from the registrar");
            }
        }

        @Override
        public void notSent(Exception why) {
            LOG.debug("{}: REGISTER not sent", line.account(), why);
            noWay(words(why));
        }
    }

    private void registered(Reached server, Response response) {
        boolean elsewhere = binding.accepted(server);
        line.use(server);
        boolean falseAlarm = suspected && !retries.isFailing();
        suspected = false;
        retries.succeeded();
        Instant time = Instant.now();
        Instant since = state instanceof Registration.Registered known ? known.since() : time;
        change(new Registration.Registered(since, time));
        // Early enough to try again before the binding is gone (RFC 3261, 10.2.4).
        schedule(Math.max(500, binding.granted(response) * 1000L * 85 / 100));
        keepAlive.start(falseAlarm);
        if (elsewhere) {
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

    private void noWay(String reason) {
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
