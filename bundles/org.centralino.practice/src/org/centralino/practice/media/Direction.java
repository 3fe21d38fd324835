/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.practice.media;

import java.util.Locale;

/** Which way media flows, seen from whoever wrote the session description (RFC 3264 section 6.1). */
public enum Direction {
    SENDRECV(true, true),
    SENDONLY(true, false),
    RECVONLY(false, true),
    INACTIVE(false, false);

    private final boolean sends;
    private final boolean receives;

    Direction(boolean sends, boolean receives) {
        this.sends = sends;
        this.receives = receives;
    }

    public boolean sends() {
        return sends;
    }

    public boolean receives() {
        return receives;
    }

    /** The same streams seen from the other end, as far as this end wants them. */
    public Direction answeredBy(Direction wanted) {
        boolean send = receives && wanted.sends;
        boolean receive = sends && wanted.receives;
        if (send) {
            return receive ? SENDRECV : SENDONLY;
        }
        return receive ? RECVONLY : INACTIVE;
    }

    public String attribute() {
        return name().toLowerCase(Locale.ROOT);
    }
}
