/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.sound;

/** What every country's telephones have in common: DTMF (ITU-T Q.23), and a ring of our own. */
final class Tones {

    /** Somebody calls. */
    static final Cadence RING = Cadence.of("740+988/400 0/200 740+988/400 0/2000");

    private static final String ROWS = "123A456B789C*0#D";
    private static final double[] LOW = {697, 770, 852, 941};
    private static final double[] HIGH = {1209, 1336, 1477, 1633};

    private Tones() {}

    /** The two frequencies of a key, one of {@code 0-9 * # A-D}. */
    static double[] dtmf(char key) {
        int index = ROWS.indexOf(key);
        return new double[] {LOW[index / 4], HIGH[index % 4]};
    }
}
