/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.session;

import gov.nist.javax.sip.header.SIPHeader;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import javax.sip.address.Address;
import javax.sip.message.Message;
import org.centralino.telephony.sip.internal.transport.Messages;
import org.eclipse.jdt.annotation.Nullable;

/**
 * Reads headers that the stack does not know and that hold addresses (RFC 3261, 25.1: a list of name-addr with
 * parameters). Takes time linear in their length, which is bounded; what cannot be read is left out.
 */
final class NameAddresses {

    private static final int LONGEST = 4096;
    private static final int MOST = 20;

    private NameAddresses() {}

    /**
     * One entry.
     *
     * @param address without its parameters
     * @param parameters in lower case, each after a semicolon; spaces are removed
     */
    record Entry(Address address, String parameters) {

        /** Whether it has {@code parameter}, {@code name} or {@code name=value}, which are in lower case. */
        boolean has(String parameter) {
            return (parameters + ";").contains(";" + parameter + ";");
        }

        /** Whether it has a parameter of that name, whatever its value. */
        boolean hasNamed(String name) {
            return has(name) || parameters.contains(";" + name + "=");
        }
    }

    /** The entries of all headers of that name in {@code message}, in their order; none when there are too many. */
    static List<Entry> in(Message message, String name) {
        StringBuilder all = new StringBuilder();
        for (Iterator<?> headers = message.getHeaders(name); headers.hasNext(); ) {
            if (headers.next() instanceof SIPHeader header) {
                all.append(all.isEmpty() ? "" : ",").append(header.getHeaderValue());
            }
        }
        return parse(all.toString());
    }

    static List<Entry> parse(String list) {
        List<Entry> entries = new ArrayList<>();
        if (list.length() > LONGEST) {
            return entries;
        }
        for (String each : split(list)) {
            Entry entry = entry(each.strip());
            if (entry != null) {
                entries.add(entry);
            }
        }
        return entries.size() > MOST ? List.of() : entries;
    }

    /** At commas that are neither quoted nor within angle brackets. */
    private static List<String> split(String list) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        boolean quoted = false;
        boolean angled = false;
        for (int i = 0; i < list.length(); i++) {
            char c = list.charAt(i);
            if (quoted && c == '\\') {
                i++;
            } else if (c == '"' && !angled) {
                quoted = !quoted;
            } else if (!quoted && (c == '<' || c == '>')) {
                angled = c == '<';
            } else if (c == ',' && !quoted && !angled) {
                parts.add(list.substring(from, i));
                from = i + 1;
            }
        }
        parts.add(list.substring(from));
        return parts;
    }

    private static @Nullable Entry entry(String text) {
        int close = text.lastIndexOf('>');
        int end = close >= 0 ? close + 1 : text.indexOf(';') >= 0 ? text.indexOf(';') : text.length();
        if (text.isEmpty()) {
            return null;
        }
        try {
            Address address = Messages.ADDRESSES.createAddress(text.substring(0, end));
            String parameters = text.substring(end).replaceAll("[\\s\"]", "").toLowerCase(Locale.ROOT);
            return address.getURI() == null ? null : new Entry(address, parameters);
        } catch (ParseException | RuntimeException e) {
            // The stack's parser has more ways of failing than it says.
            return null;
        }
    }
}
