/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.centralino.media.Codec;
import org.centralino.media.libjitsi.internal.testing.Wait;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How long a key is pressed, as its packets tell it on the wire (RFC 4733, 2.3 and 2.5). */
class KeyPressTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final long PRESS_MS = 600;
    private static final int END = 0x80;

    private final Bench bench = new Bench();

    @BeforeEach
    void loadNatives() throws Exception {
        Bench.natives().get();
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PCMU", "opus"})
    void aKeyLastsAsLongAsItIsPressed(String encoding) throws Exception {
        Codec codec = encoding.equals("opus") ? Bench.OPUS : Bench.PCMU;
        try (FarSide far = new FarSide();
                LibjitsiLeg leg = bench.leg("anna")) {
            leg.start(Bench.session(codec, far.port()));
            Wait.until("sound", PATIENCE, () -> far.received() > 10);

            long down = System.nanoTime();
            leg.startTone('7');
            Wait.until("the key was pressed so long", PATIENCE, () -> millisSince(down) >= PRESS_MS);
            assertThat(far.events()).noneMatch(KeyPressTest::isEnd);
            leg.stopTone();
            long pressed = millisSince(down);
            Wait.until("its end", PATIENCE, () -> ends(far).size() >= 3);
            int after = far.received();
            Wait.until("sound goes on", PATIENCE, () -> far.received() > after + 5);

            List<byte[]> events = far.events();
            assertThat(events).allMatch(event -> event[12] == 7);
            assertThat(events.stream().map(KeyPressTest::timestamp).distinct()).hasSize(1);
            assertThat(events.stream().filter(KeyPressTest::isMarked)).containsExactly(events.getFirst());
            List<Integer> durations =
                    events.stream().map(KeyPressTest::duration).toList();
            assertThat(durations).isSorted();
            assertThat(durations.stream().distinct()).hasSizeGreaterThan(15);
            assertThat(durations.getLast()).isCloseTo((int) pressed * 8, within((int) PRESS_MS * 8 / 10));
            assertThat(ends(far).stream().map(KeyPressTest::duration))
                    .containsExactly(durations.getLast(), durations.getLast(), durations.getLast());
            System.out.printf("%s: pressed %d ms, told %d%n", encoding, pressed, durations.getLast());
            assertThat(far.gaps()).isZero();
        }
    }

    @Test
    void aTapLastsATenthOfASecond() throws Exception {
        try (FarSide far = new FarSide();
                LibjitsiLeg leg = bench.leg("anna")) {
            leg.start(Bench.session(Bench.PCMU, far.port()));
            Wait.until("sound", PATIENCE, () -> far.received() > 10);
            leg.startTone('#');
            leg.stopTone();
            Wait.until("its end", PATIENCE, () -> ends(far).size() >= 3);
            assertThat(duration(far.events().getLast())).isBetween(800, 1200);
        }
    }

    private static long millisSince(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - nanos);
    }

    private static List<byte[]> ends(FarSide far) {
        return far.events().stream().filter(KeyPressTest::isEnd).toList();
    }

    private static boolean isEnd(byte[] event) {
        return (event[13] & END) != 0;
    }

    private static boolean isMarked(byte[] event) {
        return (event[1] & 0x80) != 0;
    }

    private static int timestamp(byte[] event) {
        return ByteBuffer.wrap(event).getInt(4);
    }

    private static int duration(byte[] event) {
        return ByteBuffer.wrap(event).getShort(14) & 0xFFFF;
    }
}
