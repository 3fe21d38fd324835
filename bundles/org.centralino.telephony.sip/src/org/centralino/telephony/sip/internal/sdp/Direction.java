/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.sdp;

import java.util.List;
import java.util.Locale;
import org.eclipse.jdt.annotation.Nullable;

/** Which way media flows, seen from the side that writes it (RFC 3264, 5.1). */
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

    static Direction of(boolean sends, boolean receives) {
        return sends ? receives ? SENDRECV : SENDONLY : receives ? RECVONLY : INACTIVE;
    }

    /** The direction the attributes tell, null when they tell none. */
    static @Nullable Direction in(List<SdpAttribute> attributes) {
        for (Direction direction : values()) {
            for (SdpAttribute attribute : attributes) {
                if (attribute.value().isEmpty() && attribute.name().equals(direction.token())) {
                    return direction;
                }
            }
        }
        return null;
    }

    boolean sends() {
        return sends;
    }

    boolean receives() {
        return receives;
    }

    String token() {
        return name().toLowerCase(Locale.ROOT);
    }
}
