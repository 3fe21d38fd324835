/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.conference.internal;

import org.centralino.telephony.Call;
import org.centralino.telephony.CallState;
import org.centralino.telephony.Participant;

/** How somebody is in the conference, in words. */
final class Words {

    private Words() {}

    /** How a member, or who is on the way, stands; empty where there is nothing to say. */
    static String state(Call call, boolean speaking) {
        Call.Membership membership = call.conference();
        if (!(call.state() instanceof CallState.Active active)) {
            return call.state() instanceof CallState.Ringing ? Messages.ringing : Messages.calling;
        }
        if (active.heldByPeer()) {
            return Messages.holding;
        }
        if (membership != null && membership.silenced()) {
            return Messages.silenced;
        }
        return speaking ? Messages.speaking : "";
    }

    /** How somebody is in a conference of the exchange's. */
    static String state(Participant participant) {
        return switch (participant.state()) {
            case CONNECTED -> "";
            case CALLED -> Messages.calling;
            case ON_HOLD -> Messages.onHold;
            case MUTED -> Messages.silenced;
        };
    }

    /** Why somebody did not come. */
    static String absence(Call call) {
        if (!(call.state() instanceof CallState.Ended ended)) {
            return "";
        }
        return switch (ended.reason().kind()) {
            case BUSY -> Messages.busy;
            case NO_ANSWER -> Messages.noAnswer;
            case REJECTED -> Messages.declined;
            case NOT_FOUND -> Messages.notFound;
            case HUNG_UP, CANCELLED -> Messages.cancelled;
            default -> Messages.failed;
        };
    }
}
