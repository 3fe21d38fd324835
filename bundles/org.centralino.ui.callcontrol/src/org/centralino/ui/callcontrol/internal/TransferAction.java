/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.callcontrol.internal;

import org.centralino.telephony.Call;
import org.centralino.ui.callcontrol.ActionState;
import org.centralino.ui.callcontrol.CallAction;
import org.centralino.ui.callcontrol.CallSite;

/** Opens and closes the transfer panel; there is none for a conference. */
public final class TransferAction implements CallAction {

    @Override
    public ActionState state(Call call, CallSite site) {
        if (call.conference() != null) {
            return ActionState.ABSENT;
        }
        if (!call.isActive()) {
            return ActionState.greyed(Messages.transferWhenAnswered);
        }
        return site.isTransferOpen(call) ? ActionState.ON : ActionState.OFF;
    }

    @Override
    public void run(Call call, CallSite site) {
        site.toggleTransfer(call);
    }
}
