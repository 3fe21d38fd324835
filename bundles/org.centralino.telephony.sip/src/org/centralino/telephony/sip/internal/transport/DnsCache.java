/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.transport;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;
import org.centralino.telephony.sip.internal.Lookup;
import org.eclipse.jdt.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what DNS said for as long as it may be kept, and gives it out for a day more when no name server answers
 * (RFC 8767): an exchange that is up must not be lost because a name server is down.
 */
final class DnsCache implements Dns {

    private static final Logger LOG = LoggerFactory.getLogger(DnsCache.class);
    private static final int MOST_ENTRIES = 256;
    private static final long SHORTEST_S = 5;
    private static final long LONGEST_S = Duration.ofDays(1).toSeconds();
    private static final long LONGEST_WITHOUT_RECORD_S = 30;
    private static final long STALE_NS = Duration.ofDays(1).toNanos();
    private static final long DOWN_NS = Duration.ofSeconds(10).toNanos();

    private final Dns source;
    private final LongSupplier nanoTime;
    private final Kept<Naptr> services = new Kept<>();
    private final Kept<Srv> servers = new Kept<>();
    private final Kept<InetAddress> addresses = new Kept<>();
    private volatile long downUntil;
    private volatile boolean down;

    private record Entry<T>(Answer<T> answer, long until) {}

    private interface Question<T> {
        Answer<T> ask(String name) throws IOException;
    }

    /** @param nanoTime a clock that never goes back */
    DnsCache(Dns source, LongSupplier nanoTime) {
        this.source = source;
        this.nanoTime = nanoTime;
    }

    /** What is known of one type. */
    private final class Kept<T> {

        private final Map<String, Entry<T>> entries = new LinkedHashMap<>(16, 0.75f, true);

        Answer<T> get(String name, Question<T> question) throws IOException {
            String key = name.toLowerCase(Locale.ROOT);
            Entry<T> known = find(key);
            if (known != null && isGood(known)) {
                return known.answer();
            }
            try {
                Answer<T> fresh = question.ask(name);
                down = false;
                keep(key, fresh);
                return fresh;
            } catch (IOException e) {
                downUntil = nanoTime.getAsLong() + DOWN_NS;
                down = true;
                if (known != null && nanoTime.getAsLong() - known.until() < STALE_NS) {
                    LOG.info("No name server answers; {} is where it was", key);
                    return known.answer();
                }
                throw e;
            }
        }

        /** While name servers are down, nobody waits for them again and again. */
        private boolean isGood(Entry<T> known) {
            long now = nanoTime.getAsLong();
            return known.until() - now > 0 || down && downUntil - now > 0 && now - known.until() < STALE_NS;
        }

        private synchronized @Nullable Entry<T> find(String key) {
            return Lookup.in(entries, key);
        }

        private synchronized void keep(String key, Answer<T> answer) {
            long longest = answer.records().isEmpty() ? LONGEST_WITHOUT_RECORD_S : LONGEST_S;
            long seconds = Math.clamp(answer.ttlSeconds(), SHORTEST_S, longest);
            entries.put(
                    key,
                    new Entry<>(
                            answer,
                            nanoTime.getAsLong() + Duration.ofSeconds(seconds).toNanos()));
            if (entries.size() > MOST_ENTRIES) {
                entries.remove(entries.keySet().iterator().next());
            }
        }
    }

    @Override
    public Answer<Naptr> naptr(String domain) throws IOException {
        return services.get(domain, source::naptr);
    }

    @Override
    public Answer<Srv> srv(String name) throws IOException {
        return servers.get(name, source::srv);
    }

    @Override
    public Answer<InetAddress> addresses(String host) throws IOException {
        return addresses.get(host, source::addresses);
    }

    @Override
    public List<InetAddress> hosts(String host) {
        return source.hosts(host);
    }

    @Override
    public void refresh() {
        down = false;
        source.refresh();
    }
}
