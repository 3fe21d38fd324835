/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.rtp;

import java.util.function.Consumer;
import org.eclipse.jdt.annotation.Nullable;

/** Telephone events received (RFC 4733, 2.3): each event is told once, whatever packets of it arrive. */
final class ToneReceiver {

    static final String TONES = "0123456789*#ABCD";

    private boolean any;
    private int lastTimestamp;
    private int lastEvent;

    /** Reads a payload and tells {@code listener} when it is of a new event. */
    void received(byte[] data, int start, int end, int timestamp, @Nullable Consumer<Character> listener) {
        if (end - start < 4) {
            return;
        }
        int event = data[start] & 0xFF;
        if (any && timestamp == lastTimestamp && event == lastEvent) {
            return;
        }
        // A packet of an event before the last one, out of order.
        if (any && timestamp - lastTimestamp < 0) {
            return;
        }
        any = true;
        lastTimestamp = timestamp;
        lastEvent = event;
        if (listener != null && event < TONES.length()) {
            listener.accept(TONES.charAt(event));
        }
    }

    /** Another source's timestamps have nothing to do with the last one's. */
    void restart() {
        any = false;
    }
}
