/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.graph;

import static org.assertj.core.api.Assertions.assertThat;

import org.centralino.media.SoundGraph;
import org.centralino.media.libjitsi.internal.testing.Ear;
import org.centralino.media.libjitsi.internal.testing.Tone;
import org.junit.jupiter.api.Test;

class SampleRingTest {

    private static final int FRAME = SoundGraph.FRAME;

    private final SampleRing ring = new SampleRing(20 * FRAME, FRAME, FRAME);
    private final Tone tone = new Tone(440, 8000);
    private final short[] frame = new short[FRAME];

    private void write(int samples) {
        short[] sound = new short[FRAME];
        tone.read(sound);
        ring.write(sound, 0, samples);
    }

    @Test
    void aWriterThatRunsFastBuildsUpNoDelayAndItsToneStaysClean() {
        Ear ear = new Ear();
        int highest = 0;
        write(FRAME);
        for (int i = 0; i < 3000; i++) {
            write(FRAME);
            if (i % 100 == 0) {
                // One percent too much: a hundred times what two sound cards differ by.
                write(FRAME);
            }
            assertThat(ring.read(frame)).isTrue();
            ear.write(frame);
            if (i > 300) {
                highest = Math.max(highest, ring.level());
            }
        }
        assertThat(highest).isLessThanOrEqualTo(5 * FRAME);
        assertThat(ear.amplitude(440)).isGreaterThan(6000);
    }

    @Test
    void aReaderThatFindsTooLittleConcealsItFadesOutAndResumesWithoutAClick() {
        for (int i = 0; i < 10; i++) {
            write(FRAME);
            assertThat(ring.read(frame)).isTrue();
        }
        write(FRAME / 2);
        assertThat(ring.read(frame)).isTrue();
        assertThat(loudest()).isBetween(7000, 9000);
        int before = frame[FRAME - 1];
        assertThat(ring.read(frame)).isTrue();
        assertThat(Math.abs(frame[0] - before)).isLessThan(1000);
        for (int i = 0; i < 4; i++) {
            assertThat(ring.read(frame)).isTrue();
        }
        assertThat(Math.abs(frame[FRAME - 1])).isLessThan(1500);
        assertThat(ring.read(frame)).isFalse();
        write(FRAME);
        write(FRAME);
        assertThat(ring.read(frame)).isTrue();
        assertThat(Math.abs(frame[1] - frame[0])).isLessThan(200);
    }

    @Test
    void whatCameLateIsNotWaitedForForEver() {
        for (int second = 0; second < 30; second++) {
            for (int i = 0; i < 100; i++) {
                if (second != 3 || i != 50) {
                    write(FRAME);
                }
                ring.read(frame);
                if (second == 3 && i == 50) {
                    write(FRAME);
                }
            }
        }
        assertThat(ring.level()).isLessThan(2 * FRAME);
    }

    private void punctual(int frames) {
        for (int i = 0; i < frames; i++) {
            write(FRAME);
            ring.read(frame);
        }
    }

    private void oneLate() {
        ring.read(frame);
        write(FRAME);
    }

    @Test
    void whatCameLateOnceDelaysNothingAfterIt() {
        punctual(500);
        oneLate();
        punctual(2);
        assertThat(ring.level()).isZero();
    }

    @Test
    void whereFramesAreOftenLateTheyAreWaitedFor() {
        punctual(500);
        oneLate();
        punctual(100);
        oneLate();
        punctual(50);
        assertThat(ring.level()).isEqualTo(FRAME);
        int level = ring.level();
        oneLate();
        assertThat(ring.level()).as("nothing is missing now").isEqualTo(level);
    }

    private int loudest() {
        int loudest = 0;
        for (short sample : frame) {
            loudest = Math.max(loudest, Math.abs(sample));
        }
        return loudest;
    }

    @Test
    void theOldestSamplesGiveWayWhenNobodyReads() {
        for (int i = 0; i < 100; i++) {
            write(FRAME);
        }
        assertThat(ring.level()).isEqualTo(20 * FRAME);
    }
}
