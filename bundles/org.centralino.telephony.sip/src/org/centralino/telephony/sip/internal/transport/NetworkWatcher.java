/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.transport;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.eclipse.jdt.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks once a second whether this computer has other addresses than before, and whether it slept: a second that took
 * much longer by the wall clock, which goes on while the machine sleeps or the process is stopped.
 */
public final class NetworkWatcher {

    /** What may have happened. */
    public enum Change {
        /** There are other addresses. */
        ADDRESSES,
        /** The computer was asleep, or this process was; connections may be dead and bindings over. */
        AWOKE
    }

    private static final Logger LOG = LoggerFactory.getLogger(NetworkWatcher.class);
    private static final long PERIOD_MS = 1_000;
    private static final long SLEEP_MS = 10_000;

    private final Consumer<Change> listener;
    private Set<InetAddress> before = Set.of();
    private long lookedAt;

    /** @param listener called on the executor */
    public NetworkWatcher(Consumer<Change> listener) {
        this.listener = listener;
    }

    /** Looks from now on, for as long as {@code executor} runs. */
    public void start(ScheduledExecutorService executor) {
        before = addresses();
        lookedAt = System.currentTimeMillis();
        again(executor);
    }

    private void again(ScheduledExecutorService executor) {
        executor.schedule(
                () -> {
                    try {
                        look(addresses(), System.currentTimeMillis());
                    } finally {
                        again(executor);
                    }
                },
                PERIOD_MS,
                TimeUnit.MILLISECONDS);
    }

    /** Judges what is seen at {@code now}, by the wall clock. */
    void look(Set<InetAddress> addresses, long now) {
        Change change = null;
        if (!addresses.equals(before)) {
            LOG.info("This computer has other addresses than before");
            change = Change.ADDRESSES;
        }
        if (now - lookedAt > SLEEP_MS) {
            LOG.info("This computer slept for {} s", (now - lookedAt) / 1_000);
            change = Change.AWOKE;
        }
        before = addresses;
        lookedAt = now;
        tell(change);
    }

    private void tell(@Nullable Change change) {
        if (change != null) {
            listener.accept(change);
        }
    }

    private static Set<InetAddress> addresses() {
        Set<InetAddress> all = new HashSet<>();
        try {
            for (NetworkInterface each : Collections.list(NetworkInterface.getNetworkInterfaces())) {
                if (each.isUp()) {
                    all.addAll(Collections.list(each.getInetAddresses()));
                }
            }
        } catch (SocketException e) {
            // It went while it was looked at: the next look shows what is left.
            LOG.debug("Network interfaces cannot be listed", e);
        }
        return all;
    }
}
