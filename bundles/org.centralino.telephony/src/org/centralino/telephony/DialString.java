/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony;

import java.util.regex.Pattern;
import org.eclipse.jdt.annotation.Nullable;

/** What a person types to call somebody, and what is dialled for it. Any thread. */
public final class DialString {

    private static final int LONGEST = 128;
    private static final Pattern DECORATION = Pattern.compile("[\\s./()\\[\\]\\-\u2010-\u2015\u00a0]");
    private static final Pattern NUMBER = Pattern.compile("\\+?[0-9*#]+");
    private static final Pattern USER = Pattern.compile("[A-Za-z0-9\\-_.!~*'()&=+$,;?/%#]+");
    private static final Pattern HOST =
            Pattern.compile("[A-Za-z0-9.\\-]+(:[0-9]{1,5})?|\\[[0-9A-Fa-f:.]+](:[0-9]{1,5})?");

    private DialString() {}

    /**
     * The SIP URI that is called for what was typed, or null when it is nothing that can be dialled. A number may carry
     * spaces, dots, slashes, brackets, dashes and a leading plus; anything with a letter is an address: {@code user},
     * {@code user@host}, {@code sip:user@host}, {@code tel:+39…}.
     *
     * @param domain the account's domain, used where the typed text gives none
     */
    public static @Nullable String toUri(String typed, String domain) {
        String text = typed.strip();
        if (text.isEmpty() || text.length() > LONGEST) {
            return null;
        }
        String scheme = "sip:";
        String lower = text.toLowerCase(java.util.Locale.ROOT);
        if (lower.startsWith("tel:")) {
            text = text.substring(4);
            int parameters = text.indexOf(';');
            return number(parameters < 0 ? text : text.substring(0, parameters), domain);
        }
        if (lower.startsWith("sip:") || lower.startsWith("sips:")) {
            int colon = text.indexOf(':') + 1;
            scheme = lower.substring(0, colon);
            text = text.substring(colon);
        }
        int at = text.lastIndexOf('@');
        if (at < 0) {
            String number = number(text, domain);
            if (number != null) {
                return number;
            }
            return USER.matcher(text).matches() && hasLetter(text) ? scheme + text + "@" + domain : null;
        }
        String user = text.substring(0, at);
        String host = text.substring(at + 1);
        return USER.matcher(user).matches() && HOST.matcher(host).matches() ? scheme + user + "@" + host : null;
    }

    private static @Nullable String number(String text, String domain) {
        String digits = DECORATION.matcher(text).replaceAll("");
        return NUMBER.matcher(digits).matches() ? "sip:" + digits.replace("#", "%23") + "@" + domain : null;
    }

    private static boolean hasLetter(String text) {
        return text.chars().anyMatch(Character::isLetter);
    }
}
