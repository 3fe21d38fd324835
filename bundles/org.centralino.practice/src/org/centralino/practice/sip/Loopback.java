/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.practice.sip;

import java.util.regex.Pattern;

/** The exchange speaks to loopback only; so names and addresses are judged without asking the DNS. */
final class Loopback {
    private static final Pattern ADDRESS = Pattern.compile("127(\\.\\d{1,3}){3}");

    private Loopback() {}

    static boolean is(String host) {
        return "localhost".equalsIgnoreCase(host) || ADDRESS.matcher(host).matches();
    }
}
