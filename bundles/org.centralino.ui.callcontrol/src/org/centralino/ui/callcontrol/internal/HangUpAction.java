/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.callcontrol.internal;

import org.centralino.telephony.Call;
import org.centralino.ui.callcontrol.ActionState;
import org.centralino.ui.callcontrol.CallAction;
import org.centralino.ui.callcontrol.CallSite;

/** Ends the call whatever its state (S12). */
public final class HangUpAction implements CallAction {

    @Override
    public ActionState state(Call call, CallSite site) {
        return ActionState.OFF;
    }

    @Override
    public void run(Call call, CallSite site) {
        site.calls().hangUp(call.id());
    }
}
