/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.registration;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.centralino.telephony.sip.internal.transport.AccountLine;
import org.centralino.telephony.sip.internal.transport.Probe;
import org.centralino.telephony.sip.internal.transport.Reached;
import org.eclipse.jdt.annotation.Nullable;

/**
 * Keeps the ways of a registered account open and notices within seconds when a server is gone (RFC 5626, 4.4).
 * Confined to the line's executor.
 */
final class KeepAlive {

    private static final long TICK_MS = 2_000;
    private static final int TICKS_OF_STREAM = 5;
    private static final int TICKS_TO_ANSWER = 2;
    private static final int TICKS_OF_UDP = 10;
    private static final int MOST_FALSE_ALARMS = 2;

    private final AccountLine line;
    private final Runnable suspicion;
    private final List<Probe> probes = new ArrayList<>();
    private @Nullable Future<?> next;
    private int ticks;
    private int falseAlarms;

    /** @param suspicion a server seems to be gone; the registrar should be asked */
    KeepAlive(AccountLine line, Runnable suspicion) {
        this.line = line;
        this.suspicion = suspicion;
    }

    /**
     * Watches the servers that are in use now.
     *
     * @param falseAlarm the registrar answered although it seemed to be gone; it is believed to be there after two such
     */
    void start(boolean falseAlarm) {
        stop();
        falseAlarms += falseAlarm ? 1 : 0;
        for (Reached server : line.inUse()) {
            Probe probe = new Probe(server, line.transports());
            probes.add(probe);
            probe.keepAlive();
        }
        schedule();
    }

    void stop() {
        Future<?> timer = next;
        next = null;
        if (timer != null) {
            timer.cancel(false);
        }
        probes.forEach(Probe::close);
        probes.clear();
        ticks = 0;
    }

    private void schedule() {
        next = line.executor().schedule(this::tick, TICK_MS, TimeUnit.MILLISECONDS);
    }

    private void tick() {
        ticks++;
        boolean suspect = false;
        for (Probe probe : probes) {
            suspect |= probe.isOverUdp() ? isGoneFromUdp(probe) : isGoneFromStream(probe);
        }
        if (suspect && falseAlarms < MOST_FALSE_ALARMS) {
            stop();
            suspicion.run();
        } else {
            schedule();
        }
    }

    private boolean isGoneFromUdp(Probe probe) {
        if (ticks % TICKS_OF_UDP == 0) {
            probe.keepAlive();
        }
        return probe.isNobodyThere();
    }

    private boolean isGoneFromStream(Probe probe) {
        boolean gone = ticks % TICKS_OF_STREAM == TICKS_TO_ANSWER && probe.isUnanswered();
        if (ticks % TICKS_OF_STREAM == 0) {
            probe.keepAlive();
        }
        return gone;
    }
}
