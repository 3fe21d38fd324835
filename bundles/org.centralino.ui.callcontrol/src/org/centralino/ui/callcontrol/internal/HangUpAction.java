/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.callcontrol.internal;

import org.centralino.telephony.Call;
import org.centralino.ui.callcontrol.ActionState;
import org.centralino.ui.callcontrol.CallAction;
import org.centralino.ui.callcontrol.CallSite;

/** Ends the call whatever its state (S12); a conference with all its members. */
public final class HangUpAction implements CallAction {

    @Override
    public ActionState state(Call call, CallSite site) {
        return ActionState.OFF;
    }

    @Override
    public void run(Call call, CallSite site) {
        if (call.conference() != null) {
            site.calls().calls().stream()
                    .filter(each -> each.conference() != null)
                    .forEach(member -> site.calls().hangUp(member.id()));
        } else {
            site.calls().hangUp(call.id());
        }
    }
}
