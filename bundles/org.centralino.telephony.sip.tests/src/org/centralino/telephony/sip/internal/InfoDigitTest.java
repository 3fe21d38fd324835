/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.centralino.telephony.Account;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Keys by INFO: told when they are up, with the time they were down. */
class InfoDigitTest {

    private static final Pattern BODY = Pattern.compile("Signal=(.)\\r\\nDuration=(\\d+)\\r\\n");

    private final Station station = new Station();

    @BeforeEach
    void signIn() throws InterruptedException {
        station.signIn(Account.Dtmf.INFO);
    }

    @AfterEach
    void close() {
        station.close();
    }

    @Test
    void itsDurationIsHowLongTheKeyWasPressed() throws InterruptedException {
        String call = station.connected("200").call().id();
        long down = System.nanoTime();
        station.telephony.startTone(call, '#');
        assertThat(station.exchange.isQuietFor(400)).isTrue();
        station.telephony.stopTone(call);
        Matcher info = info();
        long atMost = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - down);
        assertThat(info.group(1)).isEqualTo("#");
        assertThat(Long.parseLong(info.group(2))).isBetween(350L, atMost);
    }

    @Test
    void aTapCountsAsATenthOfASecond() throws InterruptedException {
        String call = station.connected("200").call().id();
        station.telephony.startTone(call, '1');
        station.telephony.stopTone(call);
        assertThat(Integer.parseInt(info().group(2))).isBetween(100, 200);
    }

    @Test
    void keysThatRollOverAreAllSent() throws InterruptedException {
        String call = station.connected("200").call().id();
        station.telephony.startTone(call, '1');
        station.telephony.startTone(call, '2');
        station.telephony.stopTone(call);
        assertThat(info().group(1)).isEqualTo("1");
        assertThat(info().group(1)).isEqualTo("2");
    }

    private Matcher info() throws InterruptedException {
        SipText info = station.exchange.await("INFO");
        station.exchange.reply(info, 200, "OK", "");
        assertThat(info.header("Content-Type")).isEqualTo("application/dtmf-relay");
        Matcher body = BODY.matcher(info.body());
        assertThat(body.matches()).as(info.body()).isTrue();
        return body;
    }
}
