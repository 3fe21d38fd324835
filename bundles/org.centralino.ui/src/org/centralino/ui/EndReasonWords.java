/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui;

import org.centralino.telephony.EndReason;
import org.eclipse.osgi.util.NLS;

/** Why a call ended, in words for a person, the same wherever it is told. Any thread. */
public final class EndReasonWords {

    private EndReasonWords() {}

    /** One sentence without a full stop, never empty. */
    public static String of(EndReason reason) {
        return switch (reason.kind()) {
            case HUNG_UP -> Messages.endHungUp;
            case PEER_HUNG_UP -> Messages.endPeerHungUp;
            case TRANSFERRED -> Messages.endTransferred;
            case CANCELLED -> Messages.endCancelled;
            case DECLINED -> Messages.endDeclined;
            case MISSED -> Messages.endMissed;
            case ANSWERED_ELSEWHERE -> Messages.endElsewhere;
            case BUSY -> Messages.endBusy;
            case REJECTED -> Messages.endRejected;
            case NOT_FOUND -> Messages.endNotFound;
            case NO_ANSWER -> Messages.endNoAnswer;
            case NOT_ACCEPTABLE ->
                switch (reason.phrase()) {
                    case EndReason.IN_CLEAR -> Messages.endInClear;
                    case EndReason.NO_CONFIDENCE -> Messages.endNoConfidence;
                    default -> Messages.endNotAcceptable;
                };
            case NOT_ALLOWED -> Messages.endNotAllowed;
            case NETWORK -> withStatus(reason, Messages.endNetwork, Messages.endUnavailable);
            case FAILED -> withStatus(reason, Messages.endFailed, Messages.endFailedStatus);
        };
    }

    private static String withStatus(EndReason reason, String without, String with) {
        return reason.sipStatus() == 0 ? without : NLS.bind(with, reason.sipStatus(), reason.phrase());
    }
}
