/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.call;

import org.centralino.telephony.EndReason;
import org.centralino.telephony.Party;
import org.centralino.telephony.Transfer;
import org.centralino.telephony.Transfer.Status;

/**
 * A transfer of the call's far side.
 *
 * @param transfer what people see of it
 * @param referTo the URI for Refer-To, with Replaces when it is attended
 */
record Referral(Transfer transfer, String referTo) {

    /** It was asked for; the hold comes first. */
    static Referral asked(Party target, boolean attended, String referTo) {
        return new Referral(new Transfer(target, attended, Status.HOLDING, null), referTo);
    }

    boolean isWaiting() {
        return transfer.status() == Status.HOLDING;
    }

    /** Whether the REFER is out and its end is not known. */
    boolean isUnderWay() {
        return transfer.status() == Status.TRYING || transfer.status() == Status.RINGING;
    }

    Referral sent() {
        return with(Status.TRYING);
    }

    /** What a NOTIFY tells; the ringing of one branch is not taken back by what another tells. */
    Referral progressed(boolean ringing) {
        return ringing ? with(Status.RINGING) : this;
    }

    Referral answered() {
        return with(Status.ANSWERED);
    }

    Referral failed(EndReason reason) {
        return new Referral(new Transfer(transfer.target(), transfer.attended(), Status.FAILED, reason), referTo);
    }

    private Referral with(Status status) {
        return new Referral(new Transfer(transfer.target(), transfer.attended(), status, null), referTo);
    }
}
