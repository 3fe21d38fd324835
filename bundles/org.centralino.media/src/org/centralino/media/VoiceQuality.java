/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media;

import java.util.Locale;
import org.eclipse.jdt.annotation.Nullable;

/**
 * How good a call sounds, by the E-model (ITU-T G.107) with its default values for all that packets do not tell.
 * Immutable.
 *
 * @param lossPercent packets of the far side that never came, or came too late to be played
 * @param jitterMs interarrival jitter of what we receive
 * @param roundTripMs -1 unknown
 * @param rating the transmission rating factor R, from 0 to 93.2
 */
public record VoiceQuality(double lossPercent, double jitterMs, double roundTripMs, double rating) {

    /** What people make of it (ITU-T G.109). */
    public enum Grade {
        /** R under 60: nearly all are dissatisfied. */
        BAD,
        /** From 60: many are. */
        POOR,
        /** From 70: some are. */
        FAIR,
        /** From 80: people are satisfied. */
        GOOD
    }

    /** R0 - Is with all defaults of G.107: a good line without delay or loss. */
    private static final double BEST = 93.2;
    /** What capturing, packing into 20 ms and playing cost at both ends, about. */
    private static final double OWN_DELAY_MS = 60;
    /** What a jitter buffer holds where it does not say. */
    private static final double USUAL_BUFFER_MS = 40;
    /** Where people begin to talk into each other's words. */
    private static final double NOTICED_DELAY_MS = 177.3;

    /**
     * What a codec loses by itself and how it bears lost packets (ITU-T G.113, appendix I).
     *
     * @param impairment Ie
     * @param robustness Bpl, for loss at random
     */
    private record CodecFactors(double impairment, double robustness) {

        static CodecFactors of(String encoding) {
            return switch (encoding.toLowerCase(Locale.ROOT)) {
                case "g729" -> new CodecFactors(11, 19);
                case "gsm" -> new CodecFactors(20, 10);
                // G.711 with concealment. For Opus and G.722 on this scale G.113 has no figures: they are not worse.
                default -> new CodecFactors(0, 25.1);
            };
        }
    }

    /**
     * The quality of what was received between two looks at a call's counters, best some seconds apart.
     *
     * @param encoding the codec's RTP encoding name
     * @return null where no packet was due, or the counters began anew
     */
    public static @Nullable VoiceQuality between(CallStatistics before, CallStatistics now, String encoding) {
        long received = now.packetsReceived() - before.packetsReceived();
        // A packet that comes late after all was counted as lost before.
        long lost = Math.max(0, now.packetsLost() - before.packetsLost());
        long discarded = Math.max(0, now.packetsDiscarded() - before.packetsDiscarded());
        if (received < 0 || received + lost == 0) {
            return null;
        }
        double loss = Math.min(100, 100.0 * (lost + discarded) / (received + lost));
        double buffer = now.bufferMs() < 0 ? USUAL_BUFFER_MS : now.bufferMs();
        double delay = OWN_DELAY_MS + buffer + Math.max(0, now.roundTripMs()) / 2;
        return new VoiceQuality(loss, now.jitterMs(), now.roundTripMs(), rating(loss, delay, encoding));
    }

    /**
     * R for random loss.
     *
     * @param delayMs from mouth to ear, one way
     */
    static double rating(double lossPercent, double delayMs, String encoding) {
        CodecFactors codec = CodecFactors.of(encoding);
        double delayed = 0.024 * delayMs + 0.11 * Math.max(0, delayMs - NOTICED_DELAY_MS);
        double equipment = codec.impairment + (95 - codec.impairment) * lossPercent / (lossPercent + codec.robustness);
        return Math.max(0, BEST - delayed - equipment);
    }

    /** The mean opinion score, from 1 to 4.5 (ITU-T G.107, annex B). */
    public double mos() {
        double score = 1 + 0.035 * rating + rating * (rating - 60) * (100 - rating) * 7e-6;
        return Math.max(1, score);
    }

    /** The rating in words. */
    public Grade grade() {
        return rating >= 80 ? Grade.GOOD : rating >= 70 ? Grade.FAIR : rating >= 60 ? Grade.POOR : Grade.BAD;
    }
}
