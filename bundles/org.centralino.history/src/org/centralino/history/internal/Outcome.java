/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.history.internal;

import org.centralino.history.HistoryEntry;
import org.centralino.telephony.EndReason;

/** What became of a call, in a word or two of an exported table. */
final class Outcome {

    private Outcome() {}

    static String words(HistoryEntry entry) {
        EndReason reason = entry.reason();
        if (reason == null) {
            return Messages.outcomeGoesOn;
        }
        if (entry.ended() == null) {
            return Messages.outcomeUnknown;
        }
        return switch (reason.kind()) {
            case HUNG_UP, PEER_HUNG_UP -> Messages.outcomeAnswered;
            case TRANSFERRED -> Messages.outcomeTransferred;
            case CANCELLED -> Messages.outcomeCancelled;
            case DECLINED -> Messages.outcomeDeclined;
            case MISSED -> Messages.outcomeMissed;
            case ANSWERED_ELSEWHERE -> Messages.outcomeElsewhere;
            case BUSY -> Messages.outcomeBusy;
            case REJECTED -> Messages.outcomeRejected;
            case NOT_FOUND -> Messages.outcomeNotFound;
            case NO_ANSWER -> Messages.outcomeNoAnswer;
            case NOT_ACCEPTABLE, NOT_ALLOWED, NETWORK, FAILED -> Messages.outcomeFailed;
        };
    }
}
