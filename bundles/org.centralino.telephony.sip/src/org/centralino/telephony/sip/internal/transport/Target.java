/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.transport;

import java.net.InetAddress;

/**
 * One server that a first hop stands for.
 *
 * @param address its address
 * @param port its port
 * @param transport how to get there
 */
public record Target(InetAddress address, int port, Transport transport) {

    @Override
    public String toString() {
        return address.getHostAddress() + ":" + port + "/" + transport.token();
    }
}
