/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.callcontrol.internal;

import java.util.ArrayList;
import java.util.List;
import org.centralino.media.VoiceQuality;
import org.eclipse.osgi.util.NLS;

/**
 * What is shown of a call's quality. Immutable.
 *
 * @param bars 0 to 4
 * @param name the same in words
 * @param detail the numbers behind it; empty where there are none
 */
record QualityView(int bars, String name, String detail) {

    /** Nothing comes of the far side, which does not hold us. */
    static QualityView silent() {
        return new QualityView(0, Messages.qualityNone, Messages.qualityNoneWhy);
    }

    static QualityView of(VoiceQuality quality) {
        String name = switch (quality.grade()) {
            case GOOD -> Messages.qualityGood;
            case FAIR -> Messages.qualityFair;
            case POOR -> Messages.qualityPoor;
            case BAD -> Messages.qualityBad;
        };
        return new QualityView(quality.grade().ordinal() + 1, name, detail(quality));
    }

    private static String detail(VoiceQuality quality) {
        List<String> numbers = new ArrayList<>();
        numbers.add(NLS.bind(Messages.qualityLoss, String.format("%.1f", quality.lossPercent())));
        numbers.add(NLS.bind(Messages.qualityJitter, Math.round(quality.jitterMs())));
        if (quality.roundTripMs() >= 0) {
            numbers.add(NLS.bind(Messages.qualityRoundTrip, Math.round(quality.roundTripMs())));
        }
        numbers.add(NLS.bind(Messages.qualityScore, String.format("%.1f", quality.mos())));
        return String.join(", ", numbers);
    }

    /** Whether people have to be told without asking. */
    boolean isAlarming() {
        return bars <= 1;
    }
}
