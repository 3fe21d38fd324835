/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.dialer;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.centralino.telephony.DialString;
import org.centralino.ui.dialer.internal.Messages;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;

/** What was typed to call somebody, as a person wants it told. Any thread. */
public final class DialText {

    private static final int LONGEST = 128;
    private static final Pattern FOREIGN =
            Pattern.compile("[^A-Za-z0-9\\-_.!~*'()&=+$,;?/%#@:\\[\\]\\s\u00a0\u2010-\u2015]");

    private DialText() {}

    /** What would be called: the number, or the address where it is not of this domain; null when nothing can be. */
    public static @Nullable String target(String typed, String domain) {
        String uri = DialString.toUri(typed, domain);
        if (uri == null) {
            return null;
        }
        String address = uri.substring(uri.indexOf(':') + 1);
        String ours = "@" + domain;
        boolean number = address.endsWith(ours) && !hasLetter(address.substring(0, address.length() - ours.length()));
        return number ? address.substring(0, address.length() - ours.length()).replace("%23", "#") : address;
    }

    /** Why this cannot be dialled. */
    public static String problem(String typed) {
        String text = typed.strip();
        if (text.isEmpty()) {
            return Messages.problemEmpty;
        }
        if (text.length() > LONGEST) {
            return NLS.bind(Messages.problemLong, LONGEST);
        }
        Matcher foreign = FOREIGN.matcher(text);
        if (foreign.find()) {
            return NLS.bind(Messages.problemCharacter, foreign.group());
        }
        if (text.indexOf('@') >= 0) {
            return Messages.problemHost;
        }
        if (hasLetter(text) && text.chars().anyMatch(Character::isWhitespace)) {
            return Messages.problemSpace;
        }
        return Messages.problemNeither;
    }

    private static boolean hasLetter(String text) {
        return text.replace("%23", "").chars().anyMatch(Character::isLetter);
    }
}
