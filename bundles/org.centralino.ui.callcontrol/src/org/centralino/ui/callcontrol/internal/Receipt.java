/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.callcontrol.internal;

import org.centralino.telephony.Call;
import org.centralino.telephony.Transfer;

/**
 * How far the transfer of a call is, in words. Immutable.
 *
 * @param text empty where there is none
 * @param advice what can be done about a transfer that failed; empty else
 */
record Receipt(String text, boolean failed, String advice) {

    static final Receipt NONE = new Receipt("", false, "");

    /** @param advice for a transfer that failed */
    static Receipt of(Call call, String advice) {
        Transfer transfer = call.transfer();
        if (transfer == null || call.isEnded()) {
            return NONE;
        }
        boolean failed = transfer.status() == Transfer.Status.FAILED;
        return new Receipt(Words.transfer(transfer), failed, failed ? advice : "");
    }

    boolean isEmpty() {
        return text.isEmpty();
    }
}
