/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.registration;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;
import javax.sip.header.ViaHeader;
import javax.sip.message.Response;
import org.centralino.telephony.sip.internal.transport.Reached;
import org.eclipse.jdt.annotation.Nullable;

/** Where a server sees us, as its response tells (RFC 3581, 4): beyond a NAT that is not where we are. */
final class Outside {

    private static final Pattern LITERAL = Pattern.compile("[0-9.]{7,15}|\\[?[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*]?");

    private Outside() {}

    /** Null where the server sees us as we see ourselves, does not say, or says what cannot be. */
    static @Nullable InetSocketAddress seen(Reached server, Response response) {
        ViaHeader via = (ViaHeader) response.getHeader(ViaHeader.NAME);
        String received = via == null ? null : via.getReceived();
        int port = via == null ? 0 : via.getRPort();
        if (received == null
                || port < 1
                || port > 65_535
                || !LITERAL.matcher(received).matches()) {
            return null;
        }
        try {
            InetAddress address = InetAddress.getByName(received);
            InetSocketAddress inside = server.inside();
            boolean possible = !address.isAnyLocalAddress()
                    && !address.isMulticastAddress()
                    && address.isLoopbackAddress() == inside.getAddress().isLoopbackAddress();
            boolean same = address.equals(inside.getAddress()) && port == inside.getPort();
            return possible && !same ? new InetSocketAddress(address, port) : null;
        } catch (UnknownHostException e) {
            return null;
        }
    }
}
