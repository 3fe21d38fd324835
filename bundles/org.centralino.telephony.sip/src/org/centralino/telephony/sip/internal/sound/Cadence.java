/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.sound;

import java.util.ArrayList;
import java.util.List;

/** How a tone goes, over and over. */
record Cadence(List<Beat> beats) {

    /**
     * A part of it.
     *
     * @param hertz what sounds together; empty: silence
     * @param ms how long
     */
    record Beat(List<Integer> hertz, int ms) {}

    /** Reads {@code 440+480/2000 0/4000}: two frequencies for two seconds, four of silence. */
    static Cadence of(String written) {
        List<Beat> beats = new ArrayList<>();
        for (String beat : written.split(" ")) {
            int slash = beat.indexOf('/');
            List<Integer> hertz = new ArrayList<>();
            for (String each : beat.substring(0, slash).split("\\+")) {
                hertz.add(Integer.valueOf(each));
            }
            hertz.remove(Integer.valueOf(0));
            beats.add(new Beat(List.copyOf(hertz), Integer.parseInt(beat.substring(slash + 1))));
        }
        return new Cadence(List.copyOf(beats));
    }
}
