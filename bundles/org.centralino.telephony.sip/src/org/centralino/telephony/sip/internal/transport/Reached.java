/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.transport;

import java.net.InetSocketAddress;
import javax.sip.address.Hop;
import javax.sip.header.ContactHeader;
import org.eclipse.jdt.annotation.Nullable;

/**
 * A server with the way there.
 *
 * @param target the server
 * @param endpoint what we send by
 * @param port our port of the connection to it; 0 over UDP
 * @param seenAs our address and port as the server sees them, where they are others (RFC 3581); else null
 */
public record Reached(
        Target target,
        Endpoint endpoint,
        int port,
        @Nullable InetSocketAddress seenAs) {

    /** Our Contact there. */
    public ContactHeader contact(String user) {
        InetSocketAddress outside = seenAs;
        return outside == null
                ? endpoint.contact(user, port)
                : endpoint.contact(user, outside.getAddress().getHostAddress(), outside.getPort());
    }

    /** Our address and port as we know them. */
    public InetSocketAddress inside() {
        return new InetSocketAddress(
                endpoint.localInetAddress(), port == 0 ? endpoint.point().getPort() : port);
    }

    /** Whether the server is there. */
    public boolean isAt(InetSocketAddress server) {
        return target.port() == server.getPort() && target.address().equals(server.getAddress());
    }

    /** The same, seen by the server as {@code outside}. */
    public Reached seenAs(@Nullable InetSocketAddress outside) {
        return new Reached(target, endpoint, port, outside);
    }

    /** The server as the stack takes it; what was sent to it can be told by that. */
    ServerHop hop() {
        return new ServerHop(target);
    }

    /** A hop that knows which target it is. */
    record ServerHop(Target target) implements Hop {

        @Override
        public String getHost() {
            return target.address().getHostAddress();
        }

        @Override
        public int getPort() {
            return target.port();
        }

        @Override
        public String getTransport() {
            return target.transport().token();
        }

        @Override
        public String toString() {
            return target.toString();
        }
    }
}
