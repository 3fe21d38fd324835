/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.atomic.AtomicInteger;
import org.centralino.media.FrameSource;
import org.centralino.media.SoundGraph;
import org.centralino.media.SoundNode;
import org.centralino.media.libjitsi.internal.testing.Ear;
import org.centralino.media.libjitsi.internal.testing.Tone;
import org.junit.jupiter.api.Test;

class MixingGraphTest {

    private final Ear speaker = new Ear();
    private final Ear ringer = new Ear();
    private final MixingGraph graph =
            new MixingGraph(frame -> false, speaker, ringer, () -> new SoundGraph.Devices("", ""));

    private void hear(int frames) {
        for (int i = 0; i < frames; i++) {
            graph.tick();
        }
    }

    @Test
    void aSinkHearsTheSumOfWhatIsJoinedToIt() {
        graph.connect(graph.source("low", new Tone(440, 5000)), graph.speaker());
        graph.connect(graph.source("high", new Tone(1000, 3000)), graph.speaker());
        hear(50);
        assertThat(speaker.amplitude(440)).isCloseTo(5000, within(100.0));
        assertThat(speaker.amplitude(1000)).isCloseTo(3000, within(100.0));
    }

    @Test
    void aSoundThatFitsPassesUnchanged() {
        short[] loud = new short[SoundGraph.FRAME];
        loud[7] = Limiter.CEILING;
        loud[8] = -Limiter.CEILING;
        graph.connect(graph.source("loud", constant(loud)), graph.speaker());
        hear(1);
        assertThat(speaker.last(SoundGraph.FRAME)).isEqualTo(loud);
    }

    @Test
    void threeLoudVoicesAreTurnedDownAndNotCut() {
        graph.connect(graph.source("a", new Tone(440, 30_000)), graph.speaker());
        graph.connect(graph.source("b", new Tone(700, 30_000)), graph.speaker());
        graph.connect(graph.source("c", new Tone(1000, 30_000)), graph.speaker());
        hear(100);
        assertThat(speaker.amplitude(440)).isBetween(8000.0, 14_000.0);
        assertThat(speaker.amplitude(700)).isBetween(8000.0, 14_000.0);
        assertThat(speaker.amplitude(1000)).isBetween(8000.0, 14_000.0);
        // What cutting would add: the difference tones of the third order.
        assertThat(speaker.amplitude(2 * 700 - 440)).isLessThan(300);
        assertThat(speaker.peak()).isLessThan(Short.MAX_VALUE);
    }

    @Test
    void partingAndRemovingLeaveSilence() {
        SoundNode tone = graph.source("tone", new Tone(440, 5000));
        graph.connect(tone, graph.speaker());
        hear(50);
        graph.disconnect(tone, graph.speaker());
        hear(50);
        assertThat(speaker.rms()).isZero();

        graph.connect(tone, graph.speaker());
        graph.remove(tone);
        graph.connect(tone, graph.speaker());
        hear(50);
        assertThat(speaker.rms()).isZero();
    }

    @Test
    void theRingerIsHeardApartFromTheSpeaker() {
        graph.connect(graph.source("ring", new Tone(425, 5000)), graph.ringer());
        graph.connect(graph.source("voice", new Tone(1000, 5000)), graph.speaker());
        hear(50);
        assertThat(ringer.amplitude(425)).isCloseTo(5000, within(100.0));
        assertThat(ringer.amplitude(1000)).isLessThan(100);
        assertThat(speaker.amplitude(425)).isLessThan(100);
        assertThat(speaker.amplitude(1000)).isCloseTo(5000, within(100.0));
    }

    @Test
    void aSourceIsReadOncePerFrameHoweverManyHearIt() {
        AtomicInteger reads = new AtomicInteger();
        SoundNode source = graph.source("counted", frame -> {
            reads.incrementAndGet();
            return true;
        });
        graph.connect(source, graph.speaker());
        graph.connect(source, graph.sink("meter", frame -> {}));
        hear(10);
        assertThat(reads).hasValue(10);
    }

    @Test
    void aSourceThatThrowsIsTakenOutAndTheOthersGoOn() {
        graph.connect(
                graph.source("broken", frame -> {
                    throw new IllegalStateException("broken on purpose");
                }),
                graph.speaker());
        graph.connect(graph.source("tone", new Tone(440, 5000)), graph.speaker());
        hear(60);
        assertThat(speaker.amplitude(440)).isCloseTo(5000, within(100.0));
    }

    @Test
    void edgesChangeWhileTheGraphRuns() throws InterruptedException {
        SoundNode tone = graph.source("tone", new Tone(440, 5000));
        Thread changer = new Thread(() -> {
            for (int i = 0; i < 20_000; i++) {
                graph.connect(tone, graph.speaker());
                graph.disconnect(tone, graph.speaker());
            }
            graph.connect(tone, graph.speaker());
        });
        changer.start();
        while (changer.isAlive()) {
            graph.tick();
        }
        changer.join();
        hear(60);
        assertThat(speaker.amplitude(440)).isCloseTo(5000, within(100.0));
    }

    private static FrameSource constant(short[] sound) {
        return frame -> {
            System.arraycopy(sound, 0, frame, 0, frame.length);
            return true;
        };
    }
}
