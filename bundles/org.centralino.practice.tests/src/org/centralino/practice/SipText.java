/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.practice;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A SIP message as plain text: the tests' own view, apart from the stack that is tested. */
record SipText(String startLine, List<String> headerLines, String body) {

    static SipText parse(String message) {
        String[] parts = message.split("\r\n\r\n", 2);
        List<String> lines = new ArrayList<>(parts[0].lines().toList());
        String start = lines.remove(0);
        return new SipText(start, lines, parts.length > 1 ? parts[1] : "");
    }

    boolean isRequest(String method) {
        return startLine.startsWith(method + " ");
    }

    /** @return 0 for a request */
    int status() {
        return startLine.startsWith("SIP/2.0 ") ? Integer.parseInt(startLine.split(" ")[1]) : 0;
    }

    /** @return the first value, empty when there is none */
    String header(String name) {
        return headers(name).stream().findFirst().orElse("");
    }

    List<String> headers(String name) {
        String prefix = name.toLowerCase(Locale.ROOT) + ":";
        return headerLines.stream()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(prefix))
                .map(line -> line.substring(prefix.length()).trim())
                .toList();
    }

    String method() {
        return header("CSeq").split(" ")[1];
    }

    String contactUri() {
        return header("Contact").replaceAll(".*<([^>]*)>.*", "$1");
    }

    @Override
    public String toString() {
        return startLine;
    }
}
