/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.transport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jdt.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.ExtendedResolver;
import org.xbill.DNS.NAPTRRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.ResolverConfig;
import org.xbill.DNS.SRVRecord;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;
import org.xbill.DNS.hosts.HostsFileParser;
import org.xbill.DNS.lookup.LookupSession;
import org.xbill.DNS.lookup.NoSuchDomainException;
import org.xbill.DNS.lookup.NoSuchRRSetException;

/** Asks the system's name servers, each for a second and twice, four seconds in all. */
final class DnsClient implements Dns {

    private static final Logger LOG = LoggerFactory.getLogger(DnsClient.class);
    private static final Duration ONE_TRY = Duration.ofSeconds(1);
    private static final int TRIES = 2;
    private static final long ALL_MS = 4_000;
    private static final int MOST_REDIRECTS = 8;
    private static final int MOST_RECORDS = 256;

    private final HostsFileParser hosts = new HostsFileParser();
    private @Nullable LookupSession session;

    @Override
    public synchronized void refresh() {
        session = null;
    }

    private synchronized LookupSession session() {
        LookupSession open = session;
        if (open == null) {
            ResolverConfig.refresh();
            List<Resolver> servers = new ArrayList<>();
            for (InetSocketAddress server : ResolverConfig.getCurrentConfig().servers()) {
                servers.add(new SimpleResolver(server));
            }
            ExtendedResolver resolver = new ExtendedResolver(servers);
            resolver.setRetries(TRIES);
            // It gave them a longer time when it took them.
            servers.forEach(server -> server.setTimeout(ONE_TRY));
            open = LookupSession.builder()
                    .resolver(resolver)
                    .maxRedirects(MOST_REDIRECTS)
                    .build();
            session = open;
        }
        return open;
    }

    private static Name name(String text) throws IOException {
        try {
            return Name.fromString(text, Name.root);
        } catch (TextParseException e) {
            throw new IOException("Not a name: " + text, e);
        }
    }

    private List<Record> ask(String text, int type) throws IOException {
        try {
            List<Record> records = session()
                    .lookupAsync(name(text), type)
                    .toCompletableFuture()
                    .get(ALL_MS, TimeUnit.MILLISECONDS)
                    .getRecords();
            return records.size() > MOST_RECORDS ? records.subList(0, MOST_RECORDS) : records;
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof NoSuchDomainException || cause instanceof NoSuchRRSetException) {
                return List.of();
            }
            LOG.debug("{} {}: {}", Type.string(type), text, cause);
            throw new IOException("No name server answers usefully about " + text);
        } catch (TimeoutException e) {
            LOG.debug("{} {}", Type.string(type), text, e);
            throw new IOException("No name server answers about " + text);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }

    private static long ttl(List<Record> records) {
        return records.stream().mapToLong(Record::getTTL).min().orElse(0);
    }

    @Override
    public Answer<Naptr> naptr(String domain) throws IOException {
        List<Record> records = ask(domain, Type.NAPTR);
        List<Naptr> services = new ArrayList<>();
        for (Record record : records) {
            if (record instanceof NAPTRRecord naptr) {
                services.add(new Naptr(
                        naptr.getOrder(),
                        naptr.getPreference(),
                        naptr.getFlags(),
                        naptr.getService().toUpperCase(Locale.ROOT),
                        naptr.getReplacement().toString(true)));
            }
        }
        return new Answer<>(services, ttl(records));
    }

    @Override
    public Answer<Srv> srv(String name) throws IOException {
        List<Record> records = ask(name, Type.SRV);
        List<Srv> servers = new ArrayList<>();
        for (Record record : records) {
            if (record instanceof SRVRecord srv) {
                String target = srv.getTarget().equals(Name.root)
                        ? "."
                        : srv.getTarget().toString(true);
                servers.add(new Srv(srv.getPriority(), srv.getWeight(), srv.getPort(), target));
            }
        }
        return new Answer<>(servers, ttl(records));
    }

    /** IPv4 first: few exchanges have the other, and a computer without it loses no time. */
    @Override
    public Answer<InetAddress> addresses(String host) throws IOException {
        List<Record> records = new ArrayList<>(ask(host, Type.A));
        try {
            records.addAll(ask(host, Type.AAAA));
        } catch (IOException e) {
            if (records.isEmpty()) {
                throw e;
            }
        }
        List<InetAddress> addresses = new ArrayList<>();
        for (Record record : records) {
            if (record instanceof ARecord four) {
                addresses.add(four.getAddress());
            } else if (record instanceof AAAARecord six) {
                addresses.add(six.getAddress());
            }
        }
        return new Answer<>(addresses, ttl(records));
    }

    @Override
    public List<InetAddress> hosts(String host) {
        List<InetAddress> addresses = new ArrayList<>();
        for (int type : new int[] {Type.A, Type.AAAA}) {
            try {
                Optional<InetAddress> found = hosts.getAddressForHost(name(host), type);
                found.ifPresent(addresses::add);
            } catch (IOException e) {
                LOG.debug("The hosts file cannot be read", e);
            }
        }
        return addresses;
    }
}
