/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.call;

import org.centralino.telephony.CallState;
import org.centralino.telephony.EndReason;
import org.centralino.telephony.EndReason.Kind;
import org.eclipse.jdt.annotation.Nullable;

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

    /** What the far side is told with BYE or CANCEL of an end that is not simply wished (RFC 3326), null else. */
    static @Nullable String told(CallState state) {
        if (!(state instanceof CallState.Ended ended)) {
            return null;
        }
        return switch (ended.reason().kind()) {
            case NOT_ACCEPTABLE -> "SIP;cause=488;text=\"No sound in common\"";
            case NO_ANSWER -> "SIP;cause=408;text=\"Nobody answered\"";
            case NETWORK -> "SIP;cause=408;text=\"Session lost\"";
            case FAILED -> "SIP;cause=500;text=\"Sound failed\"";
            default -> null;
        };
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
