/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a NOTIFY may tell, and what it may not do to us. */
class SipfragTest {

    private static final int MUTATIONS = 100_000;

    private static @Nullable Sipfrag parse(String text) {
        return Sipfrag.parse(text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource({
        "'SIP/2.0 100 Trying\r\n', 100, Trying",
        "'SIP/2.0 180 Ringing', 180, Ringing",
        "'sip/2.0 200 OK\nTo: <sip:a@b>\n\n', 200, OK",
        "'SIP/2.0 486 Occupé ici\r\n\r\n', 486, Occupé ici",
        "'\r\nSIP/2.0 603 Decline\r\nContact: <sip:a@b>\r\n\r\n', 603, Decline",
        "'SIP/2.0 503 \r\n', 503, ''",
        "'SIP/2.0 408\r\n', 408, ''",
        "'SIP/2.0 480 Not\t\u0007here\r\n', 480, Not  here"
    })
    void aStatusLineIsRead(String body, int status, String phrase) {
        assertThat(parse(body)).isEqualTo(new Sipfrag(status, phrase));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\r\n",
                "INVITE sip:a@b SIP/2.0\r\n",
                "SIP/2.0 99 Low\r\n",
                "SIP/2.0 700 High\r\n",
                "SIP/2.0 2000 Long\r\n",
                "SIP/2.0 20x\r\n",
                "SIP/2.0  200 OK\r\n",
                "SIP/3.0 200 OK\r\n",
                "HTTP/1.1 200 OK\r\n",
                "From: <sip:a@b>\r\n"
            })
    void anythingElseIsNone(String body) {
        assertThat(parse(body)).isNull();
    }

    @Test
    void aLongPhraseIsCut() {
        Sipfrag news = parse("SIP/2.0 200 " + "x".repeat(1_000) + "\r\n");
        assertThat(news).isEqualTo(new Sipfrag(200, "x".repeat(244)));
    }

    @Test
    void whatIsTooLargeIsNone() {
        assertThat(parse("SIP/2.0 200 OK\r\nX: " + "x".repeat(10_000))).isNull();
        assertThat(parse(" ".repeat(1_000) + "SIP/2.0 200 OK\r\n")).isNull();
    }

    @Test
    void nothingButAStatusOrNoneComesOut() {
        String[] good = {"SIP/2.0 100 Trying\r\n", "SIP/2.0 180 Ringing\r\nTo: <sip:a@b>\r\n\r\n", "SIP/2.0 486 Busy"};
        Random random = new Random(20261123);
        int understood = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] body = good[i % good.length].getBytes(StandardCharsets.US_ASCII);
            for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
                body[random.nextInt(body.length)] = (byte) random.nextInt(256);
            }
            if (random.nextInt(8) == 0) {
                body = Arrays.copyOf(body, random.nextInt(body.length * 2));
            }
            Sipfrag news = Sipfrag.parse(body);
            if (news != null) {
                understood++;
                assertThat(news.status()).isBetween(100, 699);
                assertThat(news.phrase()).doesNotContainPattern("\\p{Cntrl}");
            }
        }
        assertThat(understood).isBetween(MUTATIONS / 10, MUTATIONS - 1);
    }
}
