/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.call;

import org.centralino.telephony.EndReason;
import org.centralino.telephony.EndReason.Kind;

/** What a final response means to a person (RFC 3261, 21). */
public final class EndReasons {

    private EndReasons() {}

    /** The reason for a failure response to INVITE. */
    public static EndReason of(int status, String phrase) {
        return new EndReason(kind(status), status, phrase);
    }

    /** The reason when no response came, or could not. */
    public static EndReason network(String phrase) {
        return new EndReason(Kind.NETWORK, 0, phrase);
    }

    private static Kind kind(int status) {
        return switch (status) {
            case 486, 600 -> Kind.BUSY;
            case 603, 607, 608 -> Kind.REJECTED;
            case 404, 410, 416, 484, 485, 604 -> Kind.NOT_FOUND;
            case 408, 480, 487 -> Kind.NO_ANSWER;
            case 415, 488, 606 -> Kind.NOT_ACCEPTABLE;
            case 401, 403, 407 -> Kind.NOT_ALLOWED;
            default -> status >= 500 && status < 600 ? Kind.NETWORK : Kind.FAILED;
        };
    }
}
