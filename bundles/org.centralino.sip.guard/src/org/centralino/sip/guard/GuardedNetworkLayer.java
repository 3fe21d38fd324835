/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.sip.guard;

import gov.nist.core.net.NetworkLayer;
import gov.nist.javax.sip.SipStackImpl;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/**
 * Sockets of the stack. Connecting takes five seconds at most. A TLS connection is made only to a server for which a SIP
 * domain was named by {@link #expect}, and stands only when the server's certificate is one of that domain (RFC 5922).
 */
public class GuardedNetworkLayer implements NetworkLayer {

    private static final int CONNECT_MS = 5_000;
    private static final int BACKLOG = 16;

    private final Map<String, Set<String>> expected = new ConcurrentHashMap<>();
    private final Map<String, Flow> flows = new ConcurrentHashMap<>();
    private volatile Consumer<Flow> listener = flow -> {};

    /** From now on {@code listener} is told of every connection of ours that is over, on any thread. */
    public void whenOver(Consumer<Flow> told) {
        listener = told;
    }

    /** The connection that was made last to that server, null when it is over. */
    public @Nullable Flow flow(InetAddress address, int port) {
        return flows.get(key(address, port));
    }

    private void over(Flow flow) {
        if (flows.remove(key(flow.server().getAddress(), flow.server().getPort()), flow)) {
            listener.accept(flow);
        }
    }

    /** From now on a TLS connection to that server is for {@code domain}, besides those named before. */
    public void expect(InetAddress address, int port, String domain) {
        expected.computeIfAbsent(key(address, port), server -> ConcurrentHashMap.newKeySet())
                .add(domain);
    }

    private static String key(InetAddress address, int port) {
        return address.getHostAddress() + ":" + port;
    }

    private Flow connected(InetAddress address, int port, @Nullable InetAddress local, int from) throws IOException {
        InetSocketAddress server = new InetSocketAddress(address, port);
        Flow socket = new Flow(server, this::over);
        try {
            if (local != null || from != 0) {
                socket.bind(new InetSocketAddress(local, from));
            }
            socket.setTcpNoDelay(true);
            socket.setKeepAlive(true);
            socket.connect(server, CONNECT_MS);
            flows.put(key(address, port), socket);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private SSLSocket secured(InetAddress address, int port, @Nullable InetAddress local) throws IOException {
        Set<String> domains = expected.getOrDefault(key(address, port), Set.of());
        if (domains.isEmpty()) {
            throw new IOException("No SIP domain is known for the TLS server " + key(address, port));
        }
        SSLContext context = context(new SipDomainTrust(TrustStores.load(), domains));
        Socket plain = connected(address, port, local, 0);
        String domain = domains.iterator().next();
        SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(plain, domain, port, true);
        SSLParameters parameters = socket.getSSLParameters();
        if (domain.chars().anyMatch(Character::isLetter) && domain.indexOf(':') < 0) {
            parameters.setServerNames(java.util.List.of(new SNIHostName(domain)));
        }
        socket.setSSLParameters(parameters);
        return socket;
    }

    private static SSLContext context(TrustManager... trust) throws IOException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    @Override
    @NonNullByDefault({})
    public ServerSocket createServerSocket(int port, int backlog, InetAddress bindAddress) throws IOException {
        return new ServerSocket(port, BACKLOG, bindAddress);
    }

    /** A telephone has no certificate of its own: what connects to this socket fails its handshake. */
    @Override
    @NonNullByDefault({})
    public SSLServerSocket createSSLServerSocket(int port, int backlog, InetAddress bindAddress) throws IOException {
        return (SSLServerSocket) context(new SipDomainTrust(java.util.List.of(), Set.of()))
                .getServerSocketFactory()
                .createServerSocket(port, BACKLOG, bindAddress);
    }

    @Override
    @NonNullByDefault({})
    public Socket createSocket(InetAddress address, int port) throws IOException {
        return connected(address, port, null, 0);
    }

    @Override
    @NonNullByDefault({})
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress) throws IOException {
        return connected(address, port, localAddress, 0);
    }

    @Override
    @NonNullByDefault({})
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort)
            throws IOException {
        return connected(address, port, localAddress, localPort);
    }

    @Override
    @NonNullByDefault({})
    public SSLSocket createSSLSocket(InetAddress address, int port) throws IOException {
        return secured(address, port, null);
    }

    @Override
    @NonNullByDefault({})
    public SSLSocket createSSLSocket(InetAddress address, int port, InetAddress localAddress) throws IOException {
        return secured(address, port, localAddress);
    }

    @Override
    @NonNullByDefault({})
    public DatagramSocket createDatagramSocket() throws SocketException {
        return new DatagramSocket();
    }

    @Override
    @NonNullByDefault({})
    public DatagramSocket createDatagramSocket(int port, InetAddress address) throws SocketException {
        return new DatagramSocket(port, address);
    }

    @Override
    @NonNullByDefault({})
    public void setSipStack(SipStackImpl stack) {
        // Nothing of it is needed.
    }
}
