/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.centralino.media.VoiceQuality.Grade;

class VoiceQualityTest {

    private static final CallStatistics NOTHING = counted(0, 0, 0, 0);

    /** ITU-T G.107, annex B, table B.1. */
    @Example
    void theScoreOfARatingIsThatOfTheStandard() {
        Map.of(90.0, 4.34, 80.0, 4.03, 70.0, 3.60, 60.0, 3.10, 50.0, 2.58)
                .forEach((rating, mos) ->
                        assertThat(new VoiceQuality(0, 0, 0, rating).mos()).isCloseTo(mos, within(0.01)));
    }

    @Example
    void delayAndLossLowerTheRatingAsTheStandardHasIt() {
        assertThat(VoiceQuality.rating(0, 0, "PCMU")).isCloseTo(93.2, within(0.01));
        assertThat(VoiceQuality.rating(0, 150, "PCMU")).isCloseTo(89.6, within(0.01));
        assertThat(VoiceQuality.rating(0, 400, "PCMU")).isCloseTo(59.1, within(0.1));
        // Ie-eff of 2 % random loss in G.711 with concealment: 95 * 2 / 27.1
        assertThat(VoiceQuality.rating(2, 0, "PCMU")).isCloseTo(93.2 - 7.01, within(0.01));
        assertThat(VoiceQuality.rating(0, 0, "G729")).isCloseTo(82.2, within(0.01));
    }

    @Example
    void aCleanCallIsGoodAndALossyOneIsNot() {
        VoiceQuality clean = quality(NOTHING, counted(300, 0, 0, 20));
        assertThat(clean.grade()).isEqualTo(Grade.GOOD);
        assertThat(clean.mos()).isGreaterThan(4.3);
        assertThat(quality(NOTHING, counted(285, 15, 0, 20)).grade()).isEqualTo(Grade.FAIR);
        assertThat(quality(NOTHING, counted(270, 30, 0, 20)).grade()).isEqualTo(Grade.POOR);
        assertThat(quality(NOTHING, counted(240, 60, 0, 20)).grade()).isEqualTo(Grade.BAD);
    }

    @Example
    void whatCameTooLateToBePlayedIsLost() {
        VoiceQuality late = quality(counted(300, 0, 0, 20), counted(600, 0, 30, 20));
        assertThat(late.lossPercent()).isCloseTo(10, within(0.01));
    }

    @Example
    void onlyWhatHappenedInBetweenCounts() {
        assertThat(quality(counted(300, 200, 9, 20), counted(600, 200, 9, 20)).lossPercent())
                .isZero();
    }

    @Example
    void whereNothingWasDueThereIsNothingToSay() {
        assertThat(VoiceQuality.between(counted(300, 0, 0, 20), counted(300, 0, 0, 20), "opus"))
                .isNull();
        assertThat(VoiceQuality.between(counted(300, 0, 0, 20), counted(2, 0, 0, 20), "opus"))
                .isNull();
    }

    @Property
    void moreLossAndMoreDelayAreNeverBetter(
            @ForAll @DoubleRange(max = 100) double loss,
            @ForAll @DoubleRange(max = 2000) double delay,
            @ForAll @DoubleRange(max = 50) double more) {
        double rating = VoiceQuality.rating(loss, delay, "opus");
        assertThat(rating).isBetween(0.0, 93.2);
        assertThat(VoiceQuality.rating(loss + more, delay, "opus")).isLessThanOrEqualTo(rating);
        assertThat(VoiceQuality.rating(loss, delay + more, "opus")).isLessThanOrEqualTo(rating);
        assertThat(new VoiceQuality(loss, 0, 0, rating).mos()).isBetween(1.0, 4.5);
    }

    @Property
    void everyCounterGivesAFigureThatCanBeShown(
            @ForAll @IntRange(max = 100_000) int received,
            @ForAll @IntRange(max = 100_000) int lost,
            @ForAll @IntRange(max = 100_000) int discarded) {
        VoiceQuality quality = VoiceQuality.between(NOTHING, counted(received, lost, discarded, -1), "PCMA");
        assertThat(quality == null).isEqualTo(received + lost == 0);
        if (quality != null) {
            assertThat(quality.lossPercent()).isBetween(0.0, 100.0);
        }
    }

    private static VoiceQuality quality(CallStatistics before, CallStatistics now) {
        VoiceQuality quality = VoiceQuality.between(before, now, "opus");
        assertThat(quality).isNotNull();
        return quality;
    }

    private static CallStatistics counted(long received, long lost, long discarded, double roundTripMs) {
        return new CallStatistics(received, received, lost, -1, 3, roundTripMs, discarded, -1, 1);
    }
}
