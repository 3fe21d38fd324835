/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.transport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.centralino.sip.guard.CertificateRefused;
import org.centralino.telephony.sip.internal.Lookup;
import org.eclipse.jdt.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An account's way to a first hop: the servers it stands for, which of them is in use, and which are passed over because
 * they do not answer or asked to be left alone (RFC 3263, 4.3). {@link #open} waits for the network, all else does not.
 */
final class Way {

    private static final Logger LOG = LoggerFactory.getLogger(Way.class);

    private final FirstHop hop;
    private final String domain;
    private final SipTransports transports;
    private final Map<Target, Long> leftAlone = new ConcurrentHashMap<>();
    private final Set<Target> silent = ConcurrentHashMap.newKeySet();
    private volatile List<Target> targets = List.of();
    private volatile @Nullable Reached current;

    /** @param domain what a TLS server must prove to be, whatever server it is (RFC 5922, 4) */
    Way(FirstHop hop, String domain, SipTransports transports) {
        this.hop = hop;
        this.domain = domain;
        this.transports = transports;
    }

    /** What requests go by; null before the first {@link #open} succeeded. */
    @Nullable
    Reached current() {
        return current;
    }

    /** Whether one of the servers has this address. */
    boolean hasAddress(InetAddress address) {
        return targets.stream().anyMatch(target -> target.address().equals(address));
    }

    /**
     * Reaches the first server in order that is not passed over. It is in use at once where none is, or where the one in
     * use is passed over; else when {@link #use} says so.
     *
     * @param afresh asks DNS again, and those that were silent have another chance
     * @throws IOException when there is none; the message is for people
     */
    synchronized Reached open(boolean afresh) throws IOException {
        if (afresh || targets.isEmpty()) {
            silent.clear();
            locate();
        }
        IOException failure = null;
        for (Target target : targets) {
            if (isPassedOver(target)) {
                continue;
            }
            try {
                return reach(target);
            } catch (IOException e) {
                LOG.info("{}: {} is not reached: {}", hop, target, e.getMessage());
                silent.add(target);
                failure = failure == null || CertificateRefused.in(e) != null ? e : failure;
            }
        }
        throw failure == null ? new IOException("All servers of " + hop.host() + " asked to be left alone") : failure;
    }

    /** Equal servers stay in the order that chance gave them at first: nobody is to move between them for nothing. */
    private void locate() throws IOException {
        List<Target> found = transports.locate(hop);
        if (!new HashSet<>(found).equals(new HashSet<>(targets))) {
            LOG.info("{} is {}", hop, found);
            targets = found;
        }
    }

    private Reached reach(Target target) throws IOException {
        Endpoint endpoint = transports.towards(target);
        int port = transports.connect(endpoint, target, domain);
        Reached before = current;
        Reached reached = new Reached(target, endpoint, port, null);
        boolean same = before != null && before.target().equals(target);
        if (before != null && same && before.endpoint().equals(endpoint) && before.port() == port) {
            reached = before;
        }
        if (before == null || same || isPassedOver(before.target())) {
            current = reached;
        }
        return reached;
    }

    /** From now on requests go by {@code reached}: it answered. */
    void use(Reached reached) {
        current = reached;
    }

    private boolean isPassedOver(Target target) {
        Long until = Lookup.in(leftAlone, target);
        return silent.contains(target) || until != null && until - System.nanoTime() > 0;
    }

    /** Whether there is a server to turn to when {@code target} does not answer. */
    boolean hasOther(Target target) {
        return targets.stream().anyMatch(other -> !other.equals(target) && !isPassedOver(other));
    }

    /**
     * {@code target} did not answer, or refused its service.
     *
     * @param seconds for how long it asked to be left alone; 0: it did not
     * @return whether there is another one
     */
    boolean passOver(Target target, int seconds) {
        LOG.info("{}: {} is passed over{}", hop, target, seconds > 0 ? " for " + seconds + " s" : "");
        silent.add(target);
        if (seconds > 0) {
            leftAlone.put(target, System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds));
        }
        return hasOther(target);
    }

    /** How the server in use sees us. */
    void seenAs(Reached reached, @Nullable InetSocketAddress outside) {
        Reached now = current;
        if (now != null && now.target().equals(reached.target())) {
            current = now.seenAs(outside);
        }
    }
}
