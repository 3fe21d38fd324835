/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.transport;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.charset.StandardCharsets;
import org.centralino.sip.guard.Flow;
import org.eclipse.jdt.annotation.Nullable;

/**
 * Tells whether a server is still there without asking it for anything. Over TCP and TLS two empty lines are answered by
 * one (RFC 5626, 4.4.1). Over UDP nothing answers, but a computer that is up says that nobody listens at the port, and the
 * network that there is no way: a connected socket is told so. Never waits. Confined to one thread.
 */
public final class Probe implements AutoCloseable {

    private static final byte[] EMPTY_LINES = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final Reached server;
    private final SipTransports transports;
    private @Nullable DatagramChannel channel;
    private long received = -1;
    private boolean answered;

    public Probe(Reached server, SipTransports transports) {
        this.server = server;
        this.transports = transports;
    }

    public boolean isOverUdp() {
        return server.target().transport() == Transport.UDP;
    }

    /** Over UDP: whether nobody is there, as the network says; false where it says nothing. */
    public boolean isNobodyThere() {
        try {
            DatagramChannel open = channel;
            if (open == null) {
                open = DatagramChannel.open();
                channel = open;
                open.configureBlocking(false);
                open.connect(new InetSocketAddress(
                        server.target().address(), server.target().port()));
            }
            // What the network said of the one before is told by these.
            open.read(ByteBuffer.allocate(1));
            open.write(ByteBuffer.wrap(EMPTY_LINES));
            return false;
        } catch (SocketException e) {
            close();
            return true;
        } catch (IOException e) {
            close();
            return false;
        }
    }

    /** Sends what keeps the way open; over TCP and TLS {@link #isUnanswered} tells later what came of it. */
    public void keepAlive() {
        if (!isOverUdp()) {
            Flow flow = transports.flow(server.target());
            received = flow == null ? -1 : flow.received();
        }
        transports.ways().execute(() -> {
            try {
                SipTransports.keepAlive(server);
            } catch (IOException e) {
                // The connection is over, which is told by itself.
            }
        });
    }

    /** Whether nothing came since {@link #keepAlive} from a server that answered such before. */
    public boolean isUnanswered() {
        Flow flow = transports.flow(server.target());
        if (flow == null || received < 0) {
            return false;
        }
        boolean silent = flow.received() == received;
        received = -1;
        answered |= !silent;
        return silent && answered;
    }

    @Override
    public void close() {
        DatagramChannel open = channel;
        channel = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }
}
