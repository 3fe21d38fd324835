/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.recording.ui.internal;

/** Where a recording is listened to: in one place at most, for there is one speaker. Display thread only. */
final class Listening {

    private Runnable stop = () -> {};

    /** Begins in one place, and ends in the one before. */
    void begin(Runnable toStop) {
        if (stop != toStop) {
            stop.run();
        }
        stop = toStop;
    }

    /** Ends there, if it is there. */
    void end(Runnable toStop) {
        if (stop == toStop) {
            stop = () -> {};
        }
    }
}
