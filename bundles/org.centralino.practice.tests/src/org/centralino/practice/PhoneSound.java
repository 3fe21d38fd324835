/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.centralino.practice.media.Agreement;
import org.centralino.practice.media.AudioLeg;
import org.centralino.practice.media.Direction;
import org.centralino.practice.media.Format;
import org.centralino.practice.media.Listener;
import org.centralino.practice.media.MediaClock;
import org.centralino.practice.media.SdpReader;
import org.centralino.practice.media.SdpWriter;
import org.centralino.practice.media.TelephoneEvent;
import org.centralino.practice.media.ToneMeter;

/** The test telephone's sound: speaks one codec and listens. */
final class PhoneSound implements AutoCloseable, Listener {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(12);
    private static final Format EVENTS = Format.telephoneEvent(101);

    private final MediaClock clock = new MediaClock();
    private final Format format;
    private final List<Character> digits = new ArrayList<>();
    private int eventTime = 160;
    final AudioLeg leg;

    PhoneSound(Format format) throws IOException {
        this.format = format;
        leg = new AudioLeg(clock, this);
    }

    String offer(Direction direction) {
        return "v=0\r\no=test 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\n"
                + SdpWriter.section("audio", "RTP/AVP", leg.port(), List.of(format, EVENTS), direction);
    }

    String offer() {
        return offer(Direction.SENDRECV);
    }

    /** Takes the far side's session description, offer or answer. */
    PhoneSound agree(SipText message) {
        Agreement agreed = Agreement.with(
                SdpReader.read(message.body()),
                "audio",
                each -> each.encoding().equals(format.encoding()),
                Direction.SENDRECV);
        assertThat(agreed).as("codec in common in %s", message.body()).isNotNull();
        if (agreed != null) {
            leg.agree(agreed);
        }
        return this;
    }

    void press(char digit) {
        eventTime += 8000;
        for (int duration = 160; duration <= 960; duration += 160) {
            TelephoneEvent event = new TelephoneEvent(digit, duration > 800, 10, duration);
            leg.send(EVENTS.payloadType(), duration == 160, eventTime, event.toBytes());
        }
    }

    @Override
    public void digit(char digit) {
        synchronized (digits) {
            digits.add(digit);
        }
    }

    String digitsHeard() {
        synchronized (digits) {
            StringBuilder text = new StringBuilder();
            digits.forEach(text::append);
            return text.toString();
        }
    }

    /** @return the strongest frequency heard up to now, 0 for none */
    double heardHz() {
        ToneMeter.Reading heard = leg.report().heard();
        return heard == null ? 0 : heard.hz();
    }

    double heardLevelDb() {
        ToneMeter.Reading heard = leg.report().heard();
        return heard == null ? Double.NEGATIVE_INFINITY : heard.levelDb();
    }

    static void await(String what, BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("never " + what);
            }
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    @Override
    public void close() {
        leg.close();
        clock.close();
    }
}
