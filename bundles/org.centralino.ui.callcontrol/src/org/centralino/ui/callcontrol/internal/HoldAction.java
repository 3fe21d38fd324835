/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.callcontrol.internal;

import org.centralino.telephony.Call;
import org.centralino.ui.callcontrol.ActionState;
import org.centralino.ui.callcontrol.CallAction;
import org.centralino.ui.callcontrol.CallSite;

/** Holds the call, and takes it off hold (S11); steps away from a conference, and back. */
public final class HoldAction implements CallAction {

    @Override
    public ActionState state(Call call, CallSite site) {
        if (!call.isActive()) {
            return ActionState.greyed(Messages.holdWhenAnswered);
        }
        return call.isWaiting() ? ActionState.ON : ActionState.OFF;
    }

    @Override
    public void run(Call call, CallSite site) {
        if (call.isWaiting()) {
            site.calls().resume(call.id());
        } else {
            site.calls().hold(call.id());
        }
    }
}
