/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.sound;

/** The tones a telephone makes, in the Italian cadence (ITU-T E.180), and DTMF (ITU-T Q.23). */
final class Tones {

    private static final double[] ITALIAN = {425};
    private static final String ROWS = "123A456B789C*0#D";
    private static final double[] LOW = {697, 770, 852, 941};
    private static final double[] HIGH = {1209, 1336, 1477, 1633};

    private Tones() {}

    /** The far side is being alerted. */
    static ToneSource ringback() {
        return new ToneSource(ITALIAN, 1000, 4000);
    }

    static ToneSource busy() {
        return new ToneSource(ITALIAN, 500, 500);
    }

    /** Somebody calls. */
    static ToneSource ring() {
        return new ToneSource(new double[] {740, 988}, 400, 200, 400, 2000);
    }

    /** Somebody calls while we talk: heard, but not over the voice. */
    static ToneSource callWaiting() {
        return new ToneSource(ITALIAN, 200, 600, 200, 5000);
    }

    /** The two frequencies of a key, one of {@code 0-9 * # A-D}. */
    static double[] dtmf(char key) {
        int index = ROWS.indexOf(key);
        return new double[] {LOW[index / 4], HIGH[index % 4]};
    }
}
