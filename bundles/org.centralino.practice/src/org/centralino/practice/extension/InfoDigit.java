/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.practice.extension;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.centralino.practice.media.TelephoneEvent;
import org.eclipse.jdt.annotation.Nullable;

/** A digit in an INFO request, as application/dtmf-relay or application/dtmf: no RFC names them, telephones do. */
final class InfoDigit {
    private static final Pattern RELAY = Pattern.compile("(?im)^\\s*Signal\\s*=\\s*([0-9*#A-D])\\s*$");

    private InfoDigit() {}

    static @Nullable Character in(String body) {
        Matcher matcher = RELAY.matcher(body);
        String digit = matcher.find() ? matcher.group(1) : body.trim();
        return digit.length() == 1 && TelephoneEvent.isDigit(digit.charAt(0)) ? digit.charAt(0) : null;
    }
}
