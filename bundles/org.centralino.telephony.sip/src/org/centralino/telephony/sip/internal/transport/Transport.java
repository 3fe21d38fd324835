/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.transport;

import java.util.Locale;

/** How SIP travels (RFC 3261, 18). */
public enum Transport {
    UDP(5060),
    TCP(5060),
    TLS(5061);

    private final int port;

    Transport(int port) {
        this.port = port;
    }

    /** The port where an address gives none. */
    int defaultPort() {
        return port;
    }

    /** As written in {@code ;transport=} and given to the stack. */
    public String token() {
        return name().toLowerCase(Locale.ROOT);
    }
}
