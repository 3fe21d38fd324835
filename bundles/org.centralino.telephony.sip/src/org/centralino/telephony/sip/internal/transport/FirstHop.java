/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.transport;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where an account's requests go first.
 *
 * @param host a name or a literal, an IPv6 one in brackets
 * @param port its port
 * @param transport how to get there
 */
public record FirstHop(String host, int port, Transport transport) {

    private static final Pattern FORM = Pattern.compile(
            "(sips?):([A-Za-z0-9.\\-]+|\\[[0-9A-Fa-f:.]+])(?::([0-9]{1,5}))?((?:;[A-Za-z0-9=\\-.]+)*)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern TRANSPORT = Pattern.compile(";transport=(udp|tcp|tls)", Pattern.CASE_INSENSITIVE);

    /**
     * Reads {@code sip:host[:port][;transport=udp|tcp|tls]}.
     *
     * @throws IllegalArgumentException when it is not of that form
     */
    public static FirstHop parse(String uri) {
        Matcher form = FORM.matcher(uri.strip());
        if (!form.matches()) {
            throw new IllegalArgumentException("Not sip:host[:port][;transport=udp|tcp|tls]: " + uri);
        }
        Transport transport = form.group(1).equalsIgnoreCase("sips") ? Transport.TLS : Transport.UDP;
        Matcher named = TRANSPORT.matcher(form.group(4));
        if (named.find()) {
            transport = Transport.valueOf(named.group(1).toUpperCase(Locale.ROOT));
        }
        String port = form.group(3);
        int number = port == null ? transport.defaultPort() : Integer.parseInt(port);
        if (number < 1 || number > 65535) {
            throw new IllegalArgumentException("No such port: " + uri);
        }
        return new FirstHop(form.group(2), number, transport);
    }

    @Override
    public String toString() {
        return host + ":" + port + "/" + transport.token();
    }
}
