/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.callcontrol.internal;

import org.centralino.telephony.Call;
import org.centralino.ui.callcontrol.ActionState;
import org.centralino.ui.callcontrol.CallAction;
import org.centralino.ui.callcontrol.CallSite;

/** Opens and closes the keypad (S7). */
public final class KeypadAction implements CallAction {

    @Override
    public ActionState state(Call call, CallSite site) {
        if (!call.isActive()) {
            return ActionState.greyed(Messages.keypadWhenAnswered);
        }
        return site.isKeypadOpen() ? ActionState.ON : ActionState.OFF;
    }

    @Override
    public void run(Call call, CallSite site) {
        site.setKeypadOpen(!site.isKeypadOpen());
    }
}
