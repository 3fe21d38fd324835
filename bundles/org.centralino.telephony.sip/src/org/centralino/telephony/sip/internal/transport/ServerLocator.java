/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.transport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.centralino.telephony.sip.internal.Lookup;
import org.eclipse.jdt.annotation.Nullable;

/**
 * The servers that a first hop stands for, in the order in which they are to be tried (RFC 3263, 4). Waits for name
 * servers, for a few seconds at most; whatever these say, there are few servers.
 */
final class ServerLocator {

    private static final int MOST_TARGETS = 16;
    private static final long DEADLINE_NS = TimeUnit.SECONDS.toNanos(6);
    private static final Map<String, Transport> SERVICES =
            Map.of("SIPS+D2T", Transport.TLS, "SIP+D2T", Transport.TCP, "SIP+D2U", Transport.UDP);

    /** Where the domain does not say what it wants: what protects comes first, then what finds a dead server out. */
    private static final List<Transport> PREFERENCE = List.of(Transport.TLS, Transport.TCP, Transport.UDP);

    private final Dns dns;
    private final RandomGenerator random;

    /** A domain says that it does not offer a service (RFC 2782, target). */
    private static final class NotOffered extends IOException {

        private static final long serialVersionUID = 1L;

        NotOffered(String message) {
            super(message);
        }
    }

    ServerLocator(Dns dns, RandomGenerator random) {
        this.dns = dns;
        this.random = random;
    }

    /**
     * Never empty.
     *
     * @throws IOException when there is none, in words for people
     */
    List<Target> locate(FirstHop hop) throws IOException {
        String host = hop.host();
        if (hop.isLiteral() || hop.port() != 0 || host.indexOf('.') < 0) {
            return written(hop);
        }
        List<InetAddress> known = dns.hosts(host);
        if (!known.isEmpty()) {
            return targets(known, hop.transportOrDefault().defaultPort(), hop.transportOrDefault());
        }
        Transport asked = hop.transport();
        List<Target> found = asked == null ? services(host) : servers(service(asked, host), asked);
        return found.isEmpty() ? written(hop) : found;
    }

    /** The host itself, at the port that is written or the transport's own. */
    private List<Target> written(FirstHop hop) throws IOException {
        Transport transport = hop.transportOrDefault();
        int port = hop.port() == 0 ? transport.defaultPort() : hop.port();
        return targets(addresses(hop), port, transport);
    }

    private Collection<InetAddress> addresses(FirstHop hop) throws IOException {
        if (hop.isLiteral()) {
            return List.of(InetAddress.getByName(hop.host()));
        }
        List<InetAddress> known = dns.hosts(hop.host());
        if (!known.isEmpty()) {
            return known;
        }
        IOException failure = null;
        try {
            List<InetAddress> records = dns.addresses(hop.host()).records();
            if (!records.isEmpty()) {
                return records;
            }
        } catch (IOException e) {
            failure = e;
        }
        try {
            // The system knows names by other ways too.
            return List.of(InetAddress.getAllByName(hop.host()));
        } catch (UnknownHostException e) {
            throw failure != null ? failure : new IOException("Nobody knows where " + hop.host() + " is", e);
        }
    }

    private static List<Target> targets(Collection<InetAddress> addresses, int port, Transport transport) {
        return addresses.stream()
                .limit(MOST_TARGETS)
                .map(address -> new Target(address, port, transport))
                .toList();
    }

    /** What the domain offers: as it prefers, else as we do. One transport's servers, never a weaker one's behind them. */
    private List<Target> services(String domain) throws IOException {
        List<Dns.Naptr> offered = new ArrayList<>(dns.naptr(domain).records());
        offered.removeIf(each -> !each.flags().equalsIgnoreCase("s") || transport(each) == null);
        offered.sort(Comparator.comparingInt(Dns.Naptr::order).thenComparingInt(Dns.Naptr::preference));
        for (Dns.Naptr service : offered.subList(0, Math.min(offered.size(), SERVICES.size()))) {
            Transport transport = transport(service);
            List<Target> found = transport == null ? List.of() : servers(service.replacement(), transport);
            if (!found.isEmpty()) {
                return found;
            }
        }
        NotOffered refusal = null;
        for (Transport transport : PREFERENCE) {
            try {
                List<Target> found = servers(service(transport, domain), transport);
                if (!found.isEmpty()) {
                    return found;
                }
            } catch (NotOffered e) {
                refusal = e;
            }
        }
        if (refusal != null) {
            throw refusal;
        }
        return List.of();
    }

    private static @Nullable Transport transport(Dns.Naptr naptr) {
        return Lookup.in(SERVICES, naptr.service());
    }

    private static String service(Transport transport, String domain) {
        return switch (transport) {
            case UDP -> "_sip._udp." + domain;
            case TCP -> "_sip._tcp." + domain;
            case TLS -> "_sips._tcp." + domain;
        };
    }

    /** The servers of a service; empty when DNS says nothing of it. */
    private List<Target> servers(String name, Transport transport) throws IOException {
        List<Dns.Srv> records = dns.srv(name).records();
        if (records.size() == 1 && records.get(0).target().equals(".")) {
            throw new NotOffered("There is decidedly no " + name);
        }
        Set<Target> found = new LinkedHashSet<>();
        IOException failure = null;
        long deadline = System.nanoTime() + DEADLINE_NS;
        List<Dns.Srv> usable = records.stream()
                .filter(each -> !each.target().equals(".") && each.port() > 0)
                .toList();
        for (Dns.Srv server : ordered(usable, random)) {
            if (found.size() >= MOST_TARGETS || deadline - System.nanoTime() < 0) {
                break;
            }
            try {
                for (InetAddress address : dns.addresses(server.target()).records()) {
                    if (found.size() < MOST_TARGETS) {
                        found.add(new Target(address, server.port(), transport));
                    }
                }
            } catch (IOException e) {
                failure = e;
            }
        }
        if (found.isEmpty() && !usable.isEmpty()) {
            throw failure != null ? failure : new IOException("Nobody knows where the servers of " + name + " are");
        }
        return List.copyOf(found);
    }

    /** By priority, and by chance as weights say among those of the same (RFC 2782); as many as are ever tried. */
    static List<Dns.Srv> ordered(List<Dns.Srv> records, RandomGenerator random) {
        Map<Integer, List<Dns.Srv>> byPriority = new TreeMap<>();
        records.forEach(each -> byPriority
                .computeIfAbsent(each.priority(), priority -> new ArrayList<>())
                .add(each));
        List<Dns.Srv> ordered = new ArrayList<>();
        for (List<Dns.Srv> same : byPriority.values()) {
            same.sort(Comparator.comparingInt(Dns.Srv::weight));
            while (!same.isEmpty() && ordered.size() < MOST_TARGETS) {
                long sum = same.stream().mapToLong(Dns.Srv::weight).sum();
                long drawn = random.nextLong(sum + 1);
                int index = 0;
                for (long running = same.get(0).weight(); running < drawn; ) {
                    running += same.get(++index).weight();
                }
                ordered.add(same.remove(index));
            }
        }
        return ordered;
    }
}
