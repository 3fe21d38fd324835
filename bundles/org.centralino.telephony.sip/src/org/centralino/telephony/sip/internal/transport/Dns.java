/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.transport;

import java.io.IOException;
import java.net.InetAddress;
import java.util.List;

/**
 * What the name servers say. Every method may wait, for a few seconds at most, and gives an empty list where there is no
 * such record.
 */
interface Dns {

    /**
     * A service that a domain offers (RFC 3403; RFC 3263, 4.1).
     *
     * @param service as in {@code SIP+D2U}, upper case
     * @param replacement the name to ask for next
     */
    record Naptr(int order, int preference, String flags, String service, String replacement) {}

    /**
     * A server of a service (RFC 2782).
     *
     * @param target its name; {@code .}: the service is decidedly not offered
     */
    record Srv(int priority, int weight, int port, String target) {}

    /** Records and for how long they may be kept. */
    record Answer<T>(List<T> records, long ttlSeconds) {
        public Answer {
            records = List.copyOf(records);
        }
    }

    /** @throws IOException when no name server answers */
    Answer<Naptr> naptr(String domain) throws IOException;

    /** @throws IOException when no name server answers */
    Answer<Srv> srv(String name) throws IOException;

    /** @throws IOException when no name server answers */
    Answer<InetAddress> addresses(String host) throws IOException;

    /** What this computer itself says of the name, without asking anybody; empty: nothing. */
    List<InetAddress> hosts(String host);

    /** The network is another one: name servers may be others too. */
    void refresh();
}
