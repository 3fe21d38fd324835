/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gov.nist.javax.sip.message.SIPMessage;
import gov.nist.javax.sip.parser.MessageParser;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.centralino.sip.guard.GuardedParserFactory;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes through to the stack's parser, and that nothing else comes out of it than a message or a refusal. */
class GuardedParserTest {

    private static final int MUTATIONS = 20_000;

    private final MessageParser parser = new GuardedParserFactory().createMessageParser(null);

    private @Nullable SIPMessage parse(byte[] message) throws ParseException {
        return parser.parseSIPMessage(message, true, false, null);
    }

    private @Nullable SIPMessage parse(String message) throws ParseException {
        return parse(message.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String with(String header) {
        return "OPTIONS sip:anna@127.0.0.1 SIP/2.0\r\nVia: SIP/2.0/UDP 127.0.0.1:5070;branch=z9hG4bK77\r\n"
                + "From: <sip:b@c>;tag=1\r\nTo: <sip:a@c>\r\nCall-ID: x\r\nCSeq: 1 OPTIONS\r\nMax-Forwards: 70\r\n"
                + header
                + "\r\nContent-Length: 0\r\n\r\n";
    }

    @Test
    void goodMessagesComeThrough() throws ParseException {
        for (String message : SampleMessages.good()) {
            assertThat(Objects.requireNonNull(parse(message)).getCallId().getCallId())
                    .isEqualTo("abc@127.0.0.1");
        }
    }

    @Test
    void aKeepAliveIsNoMessage() throws ParseException {
        assertThat(parse("\r\n\r\n")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Subject: He said \"hi and left (really",
                "User-Agent: A/1 (B (C) \\) )",
                "Contact: \"a \\\" b <c>\" <sip:a@b>",
                "X-Anything: <<((\"",
                "From: <sip:(odd)@c>;tag=2"
            })
    void looseTextIsLeftAlone(String header) throws ParseException {
        assertThat(parse(with(header))).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Via: SIP/2.0/UDP 127.0.0.1 (",
                "v: SIP/2.0/UDP 127.0.0.1;branch=z9hG4bK1 (x",
                "Via: SIP/2.0/UDP 127.0.0.1;branch=\"z9",
                "User-Agent: A/1 (never closed",
                "User-Agent: A/1 (ends so \\",
                "Server: )",
                "Contact: <sip:a@b",
                "Contact: sip:a@b>",
                "Contact: <<sip:a@b>>",
                "Contact: \"a <sip:a@b>",
                "WWW-Authenticate: Digest realm=\"r",
                "Content-Length: 5",
                "l: -1",
                "l: 1 1",
                "l: 99999999999",
                "no colon here",
                ": no name",
                "X: a\0b"
            })
    void whatDoesNotCloseIsRefused(String header) {
        assertThatThrownBy(() -> parse(with(header))).isInstanceOf(ParseException.class);
    }

    @Test
    @Timeout(value = 5, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aTrailingBackslashInACommentIsRefusedAtOnce() {
        String open = with("Via: SIP/2.0/UDP 127.0.0.1 (" + "x".repeat(10) + (char) 92);
        assertThatThrownBy(() -> parse(open)).isInstanceOf(ParseException.class);
    }

    @Test
    void whatIsTooLargeIsRefused() {
        for (String message : List.of(
                with("X: " + "x".repeat(10_000)),
                with("X: y\r\n".repeat(300).strip()),
                with("X: " + "y\r\n ".repeat(5_000) + "z"),
                with("X: y") + "x".repeat(70_000))) {
            assertThatThrownBy(() -> parse(message)).isInstanceOf(ParseException.class);
        }
    }

    @Test
    @Timeout(60)
    void nothingButMessagesAndRefusalsComeOut() {
        List<String> good = SampleMessages.good();
        Random random = new Random(20261123);
        int understood = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] message = SampleMessages.mutated(good.get(i % good.size()), random);
            try {
                understood += parse(message) == null ? 0 : 1;
            } catch (ParseException e) {
                assertThat(e.getMessage()).isNotNull();
            }
        }
        // Had the guard refused nearly all of them, the parser behind it would not have been tried.
        assertThat(understood).isGreaterThan(MUTATIONS / 10);
    }
}
