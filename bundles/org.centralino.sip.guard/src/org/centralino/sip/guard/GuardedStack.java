/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.sip.guard;

import java.util.Properties;

/** Properties for a stack that is guarded, quiet and bounded. */
public final class GuardedStack {

    /** Bytes of the largest message taken, header and body. */
    public static final int LARGEST_MESSAGE = 64 * 1024;

    private GuardedStack() {}

    /**
     * A new set of properties, to be added to by the caller.
     *
     * @param name the stack's name, unique in this process
     */
    public static Properties properties(String name) {
        Properties properties = new Properties();
        properties.setProperty("javax.sip.STACK_NAME", name);
        properties.setProperty("javax.sip.ROUTER_PATH", FirstHopRouter.class.getName());
        properties.setProperty("gov.nist.javax.sip.STACK_LOGGER", QuietStackLogger.class.getName());
        properties.setProperty("gov.nist.javax.sip.SERVER_LOGGER", QuietServerLogger.class.getName());
        properties.setProperty("gov.nist.javax.sip.MESSAGE_PARSER_FACTORY", GuardedParserFactory.class.getName());
        properties.setProperty("gov.nist.javax.sip.NETWORK_LAYER", GuardedNetworkLayer.class.getName());
        properties.setProperty("gov.nist.javax.sip.TLS_CLIENT_PROTOCOLS", "TLSv1.3,TLSv1.2");
        properties.setProperty("gov.nist.javax.sip.MAX_MESSAGE_SIZE", Integer.toString(LARGEST_MESSAGE));
        // A peer that starts a message over TCP and stops in its middle is cut off after this many ms.
        properties.setProperty("gov.nist.javax.sip.READ_TIMEOUT", "10000");
        properties.setProperty("gov.nist.javax.sip.SSL_HANDSHAKE_TIMEOUT", "5000");
        properties.setProperty("gov.nist.javax.sip.MAX_CONNECTIONS", "64");
        properties.setProperty("gov.nist.javax.sip.MAX_SERVER_TRANSACTIONS", "20000");
        properties.setProperty("gov.nist.javax.sip.THREAD_PRIORITY", Integer.toString(Thread.NORM_PRIORITY));
        // A listener that only hands over to its own thread needs no event thread of the stack's (which outlives stop).
        properties.setProperty("gov.nist.javax.sip.REENTRANT_LISTENER", "true");
        return properties;
    }
}
