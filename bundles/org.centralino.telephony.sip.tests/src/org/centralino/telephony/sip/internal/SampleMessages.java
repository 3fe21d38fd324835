/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Good messages of many kinds, and what becomes of them when bytes are changed at random. */
final class SampleMessages {

    private static final String SDP = "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\n"
            + "m=audio 50000 RTP/AVP 0 8 101\r\na=rtpmap:101 telephone-event/8000\r\na=sendrecv\r\n";

    /** Words that parsers look for. */
    private static final String[] WORDS = {
        "(",
        ")",
        "\\",
        "\"",
        "<",
        ">",
        ";",
        ",",
        ":",
        "=",
        "@",
        "[",
        "]",
        "%",
        "\t",
        " ",
        "\r\n",
        "\r\n ",
        "\0",
        "\u00ff",
        "-1",
        "4294967296",
        "99999999999999999999",
        "0",
        "sip:",
        "sips:",
        "tel:",
        "SIP/2.0",
        "SIP/",
        "UDP",
        "branch=",
        "z9hG4bK",
        ";tag=",
        "Via: ",
        "Content-Length: ",
        "MIME-Version: ",
        "RSeq: ",
        "Server: ",
        "Retry-After: ",
        "CSeq: ",
        "Contact: *",
        "Expires: ",
        "Warning: ",
        "Date: ",
        "Authorization: Digest ",
        "[::1]",
        "a".repeat(300)
    };

    private SampleMessages() {}

    /** Good messages. */
    static List<String> good() {
        List<String> messages = new ArrayList<>();
        for (String method :
                new String[] {"INVITE", "OPTIONS", "REGISTER", "BYE", "CANCEL", "ACK", "NOTIFY", "REFER"}) {
            messages.add(method + " sip:anna@127.0.0.1:5060 SIP/2.0\r\n" + head(method) + more() + body());
        }
        for (int status : new int[] {100, 180, 200, 302, 401, 486, 503}) {
            messages.add("SIP/2.0 " + status + " Because\r\n" + head("INVITE") + more() + body());
        }
        return messages;
    }

    private static String head(String method) {
        return "Via: SIP/2.0/UDP 127.0.0.1:5070;branch=z9hG4bK77;rport, SIP/2.0/TCP [::1]:5061;received=10.0.0.1\r\n"
                + "From: \"Bru \\\"no\" <sip:bruno;x=y@example.test:5060;transport=udp>;tag=b\r\n"
                + "t: Anna <sip:anna@example.test>\r\nCall-ID: abc@127.0.0.1\r\nCSeq: 7 " + method
                + "\r\nMax-Forwards: 70\r\nm: <sip:bruno@127.0.0.1:5070>;expires=60, sip:x@y\r\n";
    }

    private static String more() {
        return "Route: <sip:p1.example.test;lr>, <sip:p2.example.test;lr>\r\nRecord-Route: <sip:p3.example.test;lr>\r\n"
                + "User-Agent: Some/1.0 (with (nested) comment)\r\nServer: Other/2\r\nMIME-Version: 1.0\r\nRSeq: 1\r\n"
                + "RAck: 1 7 INVITE\r\nRetry-After: 120 (later);duration=10\r\nDate: Sat, 13 Nov 2010 23:29:00 GMT\r\n"
                + "Warning: 307 isi.edu \"parameter not understood\"\r\nSubject: (a \"loose\" one\r\n"
                + "WWW-Authenticate: Digest realm=\"r\", nonce=\"n\", qop=\"auth\", algorithm=MD5\r\n"
                + "Authorization: Digest username=\"u\", realm=\"r\", nonce=\"n\", uri=\"sip:a\", response=\"0\"\r\n"
                + "Event: dialog;id=1\r\nSubscription-State: active;expires=60\r\nRefer-To: <sip:c@d?Replaces=x>\r\n"
                + "Reason: SIP;cause=200;text=\"elsewhere\"\r\nAllow: INVITE, ACK\r\nSupported: replaces\r\n"
                + "P-Asserted-Identity: \"B\" <sip:b@example.test>\r\nContact: <tel:+3902;phone-context=x>\r\n"
                + "X-Folded: one\r\n two\r\nAccept: application/sdp;level=1, text/html\r\nExpires: 3600\r\n";
    }

    private static String body() {
        return "Content-Type: application/sdp\r\nContent-Length: " + SDP.length() + "\r\n\r\n" + SDP;
    }

    /** {@code good} with one to eight changes. */
    static byte[] mutated(String good, Random random) {
        StringBuilder text = new StringBuilder(good);
        int changes = 1 + random.nextInt(8);
        for (int i = 0; i < changes && !text.isEmpty(); i++) {
            int at = random.nextInt(text.length());
            int to = Math.min(text.length(), at + 1 + random.nextInt(40));
            switch (random.nextInt(8)) {
                case 0 -> text.setCharAt(at, (char) random.nextInt(256));
                case 1 -> text.delete(at, to);
                case 2 -> text.insert(at, text.substring(at, to).repeat(1 + random.nextInt(20)));
                case 3 -> text.setLength(at);
                case 4 -> text.insert(at, WORDS[random.nextInt(WORDS.length)].repeat(1 + random.nextInt(3)));
                case 5 -> text.replace(at, to, WORDS[random.nextInt(WORDS.length)]);
                case 6 -> moveLine(text, random);
                default -> cutLine(text, random);
            }
        }
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static void moveLine(StringBuilder text, Random random) {
        List<String> lines = new ArrayList<>(List.of(text.toString().split("\r\n", -1)));
        lines.add(random.nextInt(lines.size() + 1), lines.get(random.nextInt(lines.size())));
        text.setLength(0);
        text.append(String.join("\r\n", lines));
    }

    /** Ends a header in its middle, as a parser hates it most. */
    private static void cutLine(StringBuilder text, Random random) {
        List<String> lines = new ArrayList<>(List.of(text.toString().split("\r\n", -1)));
        int which = random.nextInt(lines.size());
        String line = lines.get(which);
        String end = WORDS[random.nextInt(WORDS.length)] + WORDS[random.nextInt(WORDS.length)];
        lines.set(which, line.substring(0, random.nextInt(line.length() + 1)) + end);
        text.setLength(0);
        text.append(String.join("\r\n", lines));
    }
}
