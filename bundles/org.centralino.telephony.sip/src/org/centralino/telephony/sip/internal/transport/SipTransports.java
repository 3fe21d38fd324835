/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.transport;

import gov.nist.javax.sip.EventScanner;
import gov.nist.javax.sip.EventWrapper;
import gov.nist.javax.sip.ListeningPointExt;
import gov.nist.javax.sip.SipStackImpl;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketAddress;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.sip.IOExceptionEvent;
import javax.sip.InvalidArgumentException;
import javax.sip.ListeningPoint;
import javax.sip.SipException;
import javax.sip.SipProvider;
import org.centralino.sip.guard.CertificateRefused;
import org.centralino.sip.guard.GuardedNetworkLayer;
import org.centralino.sip.guard.GuardedStack;
import org.centralino.telephony.sip.internal.Lookup;
import org.eclipse.jdt.annotation.Nullable;

/** The SIP stack with one listening point per local address and transport, made when first needed. */
public final class SipTransports implements AutoCloseable {

    private static final AtomicInteger STACKS = new AtomicInteger();
    private static final int ATTEMPTS = 8;

    private final StackListener listener;
    private final Map<String, Endpoint> endpoints = new HashMap<>();
    private @Nullable SipStackImpl stack;

    public SipTransports(RequestSink requests) {
        listener = new StackListener(requests);
    }

    /**
     * The listening point to reach {@code hop} by. Asks the system for the way there, so it may wait for a DNS server.
     *
     * @throws IOException when the host is unknown or no listening point can be opened
     */
    public Endpoint towards(FirstHop hop) throws IOException {
        InetAddress remote = InetAddress.getByName(hop.host());
        InetAddress local = localAddress(remote, hop.port());
        synchronized (this) {
            String key = local.getHostAddress() + "/" + hop.transport();
            Endpoint known = Lookup.in(endpoints, key);
            if (known == null) {
                known = open(local, hop.transport());
                endpoints.put(key, known);
            }
            return known;
        }
    }

    /**
     * Makes sure that there is a connection to {@code hop}, over TCP and TLS.
     *
     * @param domain the SIP domain that a TLS server must prove to be
     * @return our port of the connection, by which the far side can reach us too; 0 over UDP
     * @throws IOException when there is none; its causes may hold a {@link CertificateRefused}
     */
    public int connect(Endpoint endpoint, FirstHop hop, String domain) throws IOException {
        SipStackImpl running;
        synchronized (this) {
            running = stack;
        }
        if (running == null || hop.transport() == Transport.UDP) {
            return 0;
        }
        InetAddress remote = InetAddress.getByName(hop.host());
        SocketAddress local;
        if (hop.transport() == Transport.TLS) {
            ((GuardedNetworkLayer) running.getNetworkLayer()).expect(remote, hop.port(), domain);
            local = running.getLocalAddressForTlsDst(remote, hop.port(), endpoint.localInetAddress());
        } else {
            local = running.getLocalAddressForTcpDst(remote, hop.port(), endpoint.localInetAddress(), 0);
        }
        return local instanceof InetSocketAddress address ? address.getPort() : 0;
    }

    /** Writes an empty line to {@code hop}, so that what lies between keeps the way open. */
    public void keepAlive(Endpoint endpoint, FirstHop hop) throws IOException {
        String address = InetAddress.getByName(hop.host()).getHostAddress();
        ((ListeningPointExt) endpoint.point()).sendHeartbeat(address, hop.port());
    }

    /** The address packets to {@code remote} leave from. */
    private static InetAddress localAddress(InetAddress remote, int port) throws IOException {
        try (DatagramSocket probe = new DatagramSocket()) {
            probe.connect(new InetSocketAddress(remote, port));
            return probe.getLocalAddress();
        }
    }

    private Endpoint open(InetAddress local, Transport transport) throws IOException {
        SipStackImpl running = stack;
        try {
            if (running == null) {
                running = start();
                stack = running;
            }
        } catch (SipException e) {
            throw new IOException("The SIP stack does not start", e);
        }
        for (int attempt = 1; ; attempt++) {
            try {
                ListeningPoint point = running.createListeningPoint(
                        local.getHostAddress(), freePort(local, transport), transport.token());
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
