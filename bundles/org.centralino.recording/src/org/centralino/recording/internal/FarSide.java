/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.recording.internal;

import java.util.regex.Pattern;
import org.centralino.telephony.Call;
import org.centralino.telephony.Party;

/**
 * The far side of a call as the history has it, so that a call's recordings are found by the numbers of its entry.
 *
 * @param number what can be dialled to have it again; empty where it withheld that
 * @param name what it said it is called; may be empty
 */
record FarSide(String number, String name) {

    private static final int LONGEST = 256;
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Zl}\\p{Zp}]");
    private static final Pattern NUMBER = Pattern.compile("\\+[0-9*#]+");
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|\\[.*]|localhost");
    private static final Pattern HOST = Pattern.compile("(?:.*@|^[a-zA-Z]+:)(\\[[^]]*]|[^:;?>]*).*");

    static FarSide of(Call call) {
        Party party = call.remote();
        String name = party.displayName();
        boolean nameless = name == null || name.strip().equals(party.number());
        return new FarSide(number(party, call.account()), nameless || name == null ? "" : text(name));
    }

    private static String number(Party party, String account) {
        String number = text(party.number());
        String host = host(party.address());
        if (host.endsWith(".invalid")) {
            return ""; // RFC 3323, 4.1.1.3
        }
        boolean whole = number.isEmpty() || party.address().indexOf('@') < 0 || number.indexOf('@') >= 0;
        boolean ours = host.equalsIgnoreCase(host(account))
                || ADDRESS.matcher(host).matches()
                || NUMBER.matcher(number).matches();
        return whole || ours ? number : text(number + "@" + host);
    }

    private static String host(String uri) {
        var matcher = HOST.matcher(uri);
        return matcher.matches() ? matcher.group(1) : uri;
    }

    private static String text(String text) {
        String seen = UNSEEN.matcher(text.length() > 8 * LONGEST ? text.substring(0, 8 * LONGEST) : text)
                .replaceAll("")
                .strip();
        return seen.length() <= LONGEST ? seen : seen.substring(0, LONGEST);
    }
}
