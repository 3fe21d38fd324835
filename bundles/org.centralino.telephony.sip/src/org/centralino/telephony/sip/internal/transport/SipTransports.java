/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.transport;

import gov.nist.javax.sip.EventScanner;
import gov.nist.javax.sip.EventWrapper;
import gov.nist.javax.sip.ListeningPointExt;
import gov.nist.javax.sip.ListeningPointImpl;
import gov.nist.javax.sip.SipStackImpl;
import gov.nist.javax.sip.stack.MessageProcessor;
import gov.nist.javax.sip.stack.TLSMessageChannel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketAddress;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import javax.sip.IOExceptionEvent;
import javax.sip.InvalidArgumentException;
import javax.sip.ListeningPoint;
import javax.sip.SipException;
import javax.sip.SipProvider;
import org.centralino.sip.guard.CertificateRefused;
import org.centralino.sip.guard.Flow;
import org.centralino.sip.guard.GuardedNetworkLayer;
import org.centralino.sip.guard.GuardedStack;
import org.centralino.telephony.sip.internal.Lookup;
import org.eclipse.jdt.annotation.Nullable;

/** The SIP stack with one listening point per local address and transport, made when first needed. */
public final class SipTransports implements AutoCloseable {

    private static final AtomicInteger STACKS = new AtomicInteger();
    private static final int ATTEMPTS = 8;
    private static final int WAYS = 4;
    private static final long CLOSING_NS = TimeUnit.MILLISECONDS.toNanos(30);

    private final StackListener listener;
    private final Map<String, Endpoint> endpoints = new LinkedHashMap<>();
    private final Dns dns = new DnsCache(new DnsClient(), System::nanoTime);
    private final ServerLocator locator = new ServerLocator(dns, new SecureRandom());
    private final ThreadPoolExecutor ways;
    private volatile Consumer<InetSocketAddress> over = server -> {};
    private @Nullable SipStackImpl stack;

    public SipTransports(RequestSink requests) {
        listener = new StackListener(requests);
        ways = new ThreadPoolExecutor(WAYS, WAYS, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
            Thread thread = new Thread(task, "way into the network");
            thread.setDaemon(true);
            return thread;
        });
        ways.allowCoreThreadTimeOut(true);
        ways.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
    }

    /** The servers that {@code hop} stands for; waits for name servers. */
    List<Target> locate(FirstHop hop) throws IOException {
        return locator.locate(hop);
    }

    /** Where work that waits for the network is done. */
    Executor ways() {
        return ways;
    }

    /** The network is another one than it was. */
    public void networkChanged() {
        dns.refresh();
    }

    /** Calls {@code told} for every connection of ours that is over, on any thread. */
    public void whenOver(Consumer<InetSocketAddress> told) {
        over = told;
    }

    /**
     * The listening point to reach {@code target} by.
     *
     * @throws IOException when there is no way there, or no listening point can be opened
     */
    Endpoint towards(Target target) throws IOException {
        InetAddress local = localAddress(target);
        synchronized (this) {
            String key = local.getHostAddress() + "/" + target.transport();
            Endpoint known = Lookup.in(endpoints, key);
            if (known == null) {
                known = open(local, target.transport());
                endpoints.put(key, known);
            }
            return known;
        }
    }

    /**
     * Makes sure that there is a connection to {@code target}, over TCP and TLS, from the endpoint's address.
     *
     * @param domain the SIP domain that a TLS server must prove to be
     * @return our port of the connection, by which the far side can reach us too; 0 over UDP
     * @throws IOException when there is none; its causes may hold a {@link CertificateRefused}
     */
    int connect(Endpoint endpoint, Target target, String domain) throws IOException {
        SipStackImpl running = running();
        if (running == null || target.transport() == Transport.UDP) {
            return 0;
        }
        InetAddress local = endpoint.localInetAddress();
        for (int attempt = 1; ; attempt++) {
            InetSocketAddress ours = connect(running, target, local, domain);
            if (ours.getAddress().equals(local)) {
                shakenHands(endpoint, target);
                return ours.getPort();
            }
            // It is from an address that we had before; the stack forgets it when it sees that it is closed.
            drop(target);
            if (attempt == ATTEMPTS) {
                throw new IOException("No connection from " + local.getHostAddress());
            }
            LockSupport.parkNanos(CLOSING_NS);
        }
    }

    /**
     * The stack notes that hands were shaken at the channel of its first listening point, whichever that is. The one that
     * sends would wait for that to happen again, and close the connection when it does not.
     */
    private static void shakenHands(Endpoint endpoint, Target target) throws IOException {
        MessageProcessor processor = ((ListeningPointImpl) endpoint.point()).getMessageProcessor();
        if (target.transport() == Transport.TLS
                && processor.createMessageChannel(target.address(), target.port())
                        instanceof TLSMessageChannel channel) {
            channel.setHandshakeCompleted(true);
        }
    }

    private static InetSocketAddress connect(SipStackImpl running, Target target, InetAddress local, String domain)
            throws IOException {
        SocketAddress ours;
        if (target.transport() == Transport.TLS) {
            ((GuardedNetworkLayer) running.getNetworkLayer()).expect(target.address(), target.port(), domain);
            ours = running.getLocalAddressForTlsDst(target.address(), target.port(), local);
        } else {
            ours = running.getLocalAddressForTcpDst(target.address(), target.port(), local, 0);
        }
        if (ours instanceof InetSocketAddress address && address.getAddress() != null) {
            return address;
        }
        throw new IOException("The connection is over");
    }

    private synchronized @Nullable SipStackImpl running() {
        return stack;
    }

    /** The connection to {@code target}, null when there is none. */
    @Nullable
    Flow flow(Target target) {
        SipStackImpl running = running();
        return running == null
                ? null
                : ((GuardedNetworkLayer) running.getNetworkLayer()).flow(target.address(), target.port());
    }

    /** Ends the connection to {@code target}, if there is one. */
    void drop(Target target) throws IOException {
        Flow flow = target.transport() == Transport.UDP ? null : flow(target);
        if (flow != null) {
            flow.close();
        }
    }

    /** Writes two empty lines (RFC 5626, 4.4.1), which keep open what lies between, and which a server answers over TCP. */
    static void keepAlive(Reached reached) throws IOException {
        Target target = reached.target();
        ((ListeningPointExt) reached.endpoint().point())
                .sendHeartbeat(target.address().getHostAddress(), target.port());
    }

    /** The address packets to {@code target} leave from. */
    static InetAddress localAddress(Target target) throws IOException {
        try (DatagramSocket probe = new DatagramSocket()) {
            probe.connect(new InetSocketAddress(target.address(), target.port()));
            return probe.getLocalAddress();
        } catch (UncheckedIOException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private Endpoint open(InetAddress local, Transport transport) throws IOException {
        SipStackImpl running = stack;
        try {
            if (running == null) {
                running = start();
                ((GuardedNetworkLayer) running.getNetworkLayer()).whenOver(flow -> over.accept(flow.server()));
                stack = running;
            }
        } catch (SipException e) {
            throw new IOException("The SIP stack does not start", e);
        }
        for (int attempt = 1; ; attempt++) {
            try {
                int port = attempt == 1 ? portBefore(transport) : 0;
                ListeningPoint point = running.createListeningPoint(
                        local.getHostAddress(), port == 0 ? freePort(local, transport) : port, transport.token());
                SipProvider provider = running.createSipProvider(point);
                provider.addSipListener(listener);
                return new Endpoint(provider, point, transport);
            } catch (InvalidArgumentException e) {
                // Somebody took the port between the probe and the bind.
                if (attempt == ATTEMPTS) {
                    throw new IOException("No port to listen on at " + local.getHostAddress(), e);
                }
            } catch (SipException | java.util.TooManyListenersException e) {
                throw new IOException("No listening point at " + local.getHostAddress(), e);
            }
        }
    }

    /** A dialog of the stack's stays at the port it began at, so a new address gets the port of the one before. */
    private int portBefore(Transport transport) {
        return endpoints.values().stream()
                .filter(each -> each.transport() == transport)
                .mapToInt(each -> each.point().getPort())
                .findFirst()
                .orElse(0);
    }

    private static SipStackImpl start() throws SipException {
        Properties properties = GuardedStack.properties("centralino-" + STACKS.incrementAndGet());
        // Ringing is bounded by our own timer.
        properties.setProperty("gov.nist.javax.sip.EARLY_DIALOG_TIMEOUT_SECONDS", "600");
        properties.setProperty("gov.nist.javax.sip.MAX_FORK_TIME_SECONDS", "32");
        properties.setProperty("gov.nist.javax.sip.DELIVER_UNSOLICITED_NOTIFY", "true");
        SipStackImpl stack = new SipStackImpl(properties);
        try {
            stack.setEnabledCipherSuites(
                    SSLContext.getDefault().getDefaultSSLParameters().getCipherSuites());
        } catch (NoSuchAlgorithmException e) {
            throw new SipException("No TLS in this Java runtime", e);
        }
        return stack;
    }

    private static int freePort(InetAddress local, Transport transport) throws IOException {
        if (transport == Transport.UDP) {
            try (DatagramSocket probe = new DatagramSocket(0, local)) {
                return probe.getLocalPort();
            }
        }
        try (ServerSocket probe = new ServerSocket(0, 1, local)) {
            return probe.getLocalPort();
        }
    }

    @Override
    public synchronized void close() {
        SipStackImpl running = stack;
        stack = null;
        endpoints.clear();
        ways.shutdownNow();
        if (running != null) {
            // The stack sleeps for a second after it closed its sockets.
            Thread stopper = new Thread(() -> stop(running), "sip stack stops");
            stopper.setDaemon(true);
            stopper.start();
        }
    }

    private static void stop(SipStackImpl running) {
        EventScanner scanner = running.getEventScanner();
        running.stop();
        // Its thread sees that it is to end when one more event comes.
        scanner.addEvent(new EventWrapper(new IOExceptionEvent(running, "", 0, ListeningPoint.UDP), null));
    }
}
