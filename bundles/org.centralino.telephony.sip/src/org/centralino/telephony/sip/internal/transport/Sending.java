/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.transport;

import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sip.ClientTransaction;
import javax.sip.ObjectInUseException;
import javax.sip.ResponseEvent;
import org.eclipse.jdt.annotation.Nullable;

/** A request under way: hands what comes of it to its sink, on the executor, and gives it up when nothing comes. */
final class Sending implements ResponseSink {

    private final ScheduledExecutorService executor;
    private final ResponseSink sink;
    private @Nullable ClientTransaction transaction;
    private @Nullable Future<?> patience;
    private boolean over;

    Sending(ScheduledExecutorService executor, ResponseSink sink) {
        this.executor = executor;
        this.sink = sink;
    }

    /**
     * Gives {@code sent} up when no response at all comes in that time. It is not repeated any more then: a server that
     * comes back must not be asked for what somebody else was asked for since.
     */
    void within(ClientTransaction sent, long ms) {
        transaction = sent;
        patience = executor.schedule(this::giveUp, ms, TimeUnit.MILLISECONDS);
    }

    private void giveUp() {
        ClientTransaction sent = transaction;
        if (!over && sent != null) {
            over = true;
            try {
                sent.terminate();
            } catch (ObjectInUseException e) {
                throw new IllegalStateException(e);
            }
            sink.onNoResponse("No answer");
        }
    }

    @Override
    public void onResponse(ResponseEvent event) {
        executor.execute(() -> {
            if (!over) {
                Future<?> waiting = patience;
                if (waiting != null) {
                    waiting.cancel(false);
                }
                sink.onResponse(event);
            }
        });
    }

    @Override
    public void onNoResponse(String why) {
        executor.execute(() -> {
            if (!over) {
                over = true;
                sink.onNoResponse(why);
            }
        });
    }
}
