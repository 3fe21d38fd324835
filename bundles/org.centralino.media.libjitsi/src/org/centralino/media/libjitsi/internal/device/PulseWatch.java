/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.device;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.centralino.media.libjitsi.internal.device.PulseApi.Subscribed;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a connection to PulseAudio open and tells which devices there are, as soon as the server says that something has
 * changed. A server that does not answer has no devices; one that is gone is looked for again and again.
 */
final class PulseWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PulseWatch.class);
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(3);
    private static final long PING = TimeUnit.SECONDS.toNanos(2);
    private static final int RETRY_MS = 300;
    private static final int WAIT_MICROS = 200_000;

    private final @Nullable String server;
    private final Consumer<Listing> told;
    private final Thread thread;
    private @Nullable Listing last;
    private volatile boolean closed;
    private boolean changed;
    private boolean mayStart = true;
    /** Kept here, since the library calls it as long as there is a connection. */
    private final Subscribed noted = (context, event, index, data) -> changed = true;

    @NonNullByDefault({})
    PulseWatch(@Nullable String server, Consumer<Listing> told) {
        this.server = server;
        this.told = told;
        thread = Thread.ofPlatform().name("centralino-pulse-watch").daemon().unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }

    private void run() {
        if (Native.POINTER_SIZE != Long.BYTES) {
            tell(Listing.ABSENT);
            return;
        }
        try {
            PulseApi pulse = Native.load("libpulse.so.0", PulseApi.class);
            while (!closed) {
                tell(connection(pulse));
                TimeUnit.MILLISECONDS.sleep(RETRY_MS);
            }
        } catch (UnsatisfiedLinkError e) {
            LOG.debug("There is no PulseAudio: {}", e.toString());
            tell(Listing.ABSENT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell(Listing listing) {
        if (!closed && !listing.equals(last)) {
            last = listing;
            told.accept(listing);
        }
    }

    /** Lives as long as the connection does; returns what there is without it. */
    private Listing connection(PulseApi pulse) {
        Pointer loop = pulse.pa_mainloop_new();
        Pointer context = pulse.pa_context_new(pulse.pa_mainloop_get_api(loop), "Centralino");
        try {
            // a server that is started when it is asked for is started once, and not again when the user has ended it
            int flags = mayStart ? 0 : PulseApi.NO_AUTOSPAWN;
            mayStart = false;
            if (pulse.pa_context_connect(context, server, flags, null) < 0) {
                return Listing.ABSENT;
            }
            if (!iterate(pulse, loop, PATIENCE, () -> pulse.pa_context_get_state(context) >= PulseApi.READY)) {
                return Listing.NOTHING;
            }
            pulse.pa_context_set_subscribe_callback(context, noted, null);
            Pointer subscription = pulse.pa_context_subscribe(context, PulseApi.SUBSCRIPTION, null, null);
            if (subscription != null) {
                pulse.pa_operation_unref(subscription);
            }
            while (isReady(pulse, context)) {
                changed = false;
                PulseInquiry inquiry = new PulseInquiry();
                inquiry.ask(pulse, context);
                boolean answered =
                        iterate(pulse, loop, PATIENCE, () -> inquiry.isAnswered() || !isReady(pulse, context));
                if (!answered && !closed) {
                    LOG.warn("The sound server does not answer");
                    return Listing.NOTHING;
                }
                if (inquiry.isAnswered()) {
                    tell(inquiry.listing());
                    iterate(pulse, loop, PING, () -> changed || !isReady(pulse, context));
                }
            }
            return Listing.ABSENT;
        } finally {
            pulse.pa_context_set_subscribe_callback(context, null, null);
            pulse.pa_context_disconnect(context);
            pulse.pa_context_unref(context);
            pulse.pa_mainloop_free(loop);
        }
    }

    private boolean isReady(PulseApi pulse, Pointer context) {
        return !closed && pulse.pa_context_get_state(context) == PulseApi.READY;
    }

    /** Lets the connection work until the condition holds, true, or the time is over. */
    private boolean iterate(PulseApi pulse, Pointer loop, long nanos, BooleanSupplier until) {
        long deadline = System.nanoTime() + nanos;
        while (!until.getAsBoolean()) {
            if (closed
                    || System.nanoTime() - deadline > 0
                    || pulse.pa_mainloop_prepare(loop, WAIT_MICROS) < 0
                    || pulse.pa_mainloop_poll(loop) < 0
                    || pulse.pa_mainloop_dispatch(loop) < 0) {
                return false;
            }
        }
        return true;
    }
}
