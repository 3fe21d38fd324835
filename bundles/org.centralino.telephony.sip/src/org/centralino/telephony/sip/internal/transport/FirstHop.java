/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.transport;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jdt.annotation.Nullable;

/**
 * Where an account's requests go first, as it is written.
 *
 * @param host a name or a literal, an IPv6 one in brackets
 * @param port its port; 0: none is written
 * @param transport how to get there; null: nothing is written of it
 * @param secure whether nothing but TLS will do
 */
public record FirstHop(String host, int port, @Nullable Transport transport, boolean secure) {

    private static final Pattern FORM = Pattern.compile(
            "(sips?):([A-Za-z0-9.\\-]+|\\[[0-9A-Fa-f:.]+])(?::([0-9]{1,5}))?((?:;[A-Za-z0-9=\\-.]+)*)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern TRANSPORT = Pattern.compile(";transport=(udp|tcp|tls)", Pattern.CASE_INSENSITIVE);
    private static final Pattern LITERAL = Pattern.compile("[0-9.]+|\\[.*]");

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
        boolean secure = form.group(1).equalsIgnoreCase("sips");
        Matcher named = TRANSPORT.matcher(form.group(4));
        Transport transport = named.find() ? Transport.valueOf(named.group(1).toUpperCase(Locale.ROOT)) : null;
        String port = form.group(3);
        int number = port == null ? 0 : Integer.parseInt(port);
        if (port != null && number < 1 || number > 65535) {
            throw new IllegalArgumentException("No such port: " + uri);
        }
        return new FirstHop(form.group(2), number, secure ? Transport.TLS : transport, secure);
    }

    /** Whether the host is an address and no name. */
    boolean isLiteral() {
        return LITERAL.matcher(host).matches();
    }

    /** How to get there where DNS says nothing of it (RFC 3263, 4.1). */
    Transport transportOrDefault() {
        Transport written = transport;
        return written == null ? Transport.UDP : written;
    }

    @Override
    public String toString() {
        return host
                + (port == 0 ? "" : ":" + port)
                + (transport == null ? "" : "/" + transportOrDefault().token());
    }
}
