/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.history.internal;

import java.util.regex.Pattern;
import org.centralino.telephony.Party;
import org.eclipse.jdt.annotation.Nullable;

/** The far side of a call as it is remembered. */
final class Caller {

    /** Longest name or number that is kept: what calls is a stranger. */
    static final int LONGEST = 256;

    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Zl}\\p{Zp}]");
    private static final Pattern NUMBER = Pattern.compile("\\+?[0-9*#]+");
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|\\[.*]|localhost");

    private Caller() {}

    /**
     * What can be dialled to have this party again; empty where it withheld that.
     *
     * @param account the address-of-record of the account, {@code sip:user@domain}
     */
    static String number(Party party, String account) {
        String number = text(party.number());
        String host = host(party.address());
        if (host.endsWith(".invalid")) {
            return ""; // RFC 3323, 4.1.1.3
        }
        if (number.isEmpty() || party.address().indexOf('@') < 0 || number.indexOf('@') >= 0) {
            return number;
        }
        boolean ours =
                host.equalsIgnoreCase(host(account)) || ADDRESS.matcher(host).matches();
        boolean global = number.startsWith("+") && NUMBER.matcher(number).matches();
        return ours || global ? number : text(number + "@" + host);
    }

    /** The name it gave; empty where it gave none, or nothing but its number. */
    static String name(Party party) {
        String name = party.displayName();
        return name == null || name.strip().equals(party.number()) ? "" : text(name);
    }

    /** Name or number of a third party; empty where there is none. */
    static String label(@Nullable Party party) {
        return party == null ? "" : text(party.label());
    }

    /** What is left to be kept of a text from outside. */
    static String text(String text) {
        String seen = UNSEEN.matcher(text.length() > 8 * LONGEST ? text.substring(0, 8 * LONGEST) : text)
                .replaceAll("")
                .strip();
        if (seen.length() <= LONGEST) {
            return seen;
        }
        return seen.substring(0, Character.isHighSurrogate(seen.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST);
    }

    /** The host of a SIP URI, without port and parameters. */
    private static String host(String uri) {
        int at = uri.lastIndexOf('@');
        int scheme = uri.indexOf(':') + 1;
        String host = uri.substring(at < 0 ? scheme : at + 1);
        int end = host.startsWith("[") ? host.indexOf(']') + 1 : indexOfAny(host);
        return end <= 0 ? host : host.substring(0, end);
    }

    private static int indexOfAny(String host) {
        for (int i = 0; i < host.length(); i++) {
            if (":;?>".indexOf(host.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }
}
