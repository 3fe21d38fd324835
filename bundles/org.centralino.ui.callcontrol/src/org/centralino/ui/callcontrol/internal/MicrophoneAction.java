/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.callcontrol.internal;

import org.centralino.telephony.Call;
import org.centralino.ui.callcontrol.ActionState;
import org.centralino.ui.callcontrol.CallAction;
import org.centralino.ui.callcontrol.CallSite;

/** Keeps our microphone from the far side, or gives it back (S8). */
public final class MicrophoneAction implements CallAction {

    @Override
    public ActionState state(Call call, CallSite site) {
        return call.microphoneOff() ? ActionState.ON : ActionState.OFF;
    }

    @Override
    public void run(Call call, CallSite site) {
        site.calls().setMicrophoneOff(call.id(), !call.microphoneOff());
    }
}
