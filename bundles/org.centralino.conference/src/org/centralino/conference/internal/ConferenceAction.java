/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.conference.internal;

import org.centralino.telephony.Call;
import org.centralino.ui.LiveService;
import org.centralino.ui.callcontrol.ActionState;
import org.centralino.ui.callcontrol.CallAction;
import org.centralino.ui.callcontrol.CallSite;
import org.centralino.ui.desk.DeskCommand;

/** Makes the call's party a member of the conference, and lets people be added (S9). */
public final class ConferenceAction implements CallAction {

    private static final String BOX = "org.centralino.ui.dialer.focus";

    private final LiveService<ConferenceFeature> feature =
            new LiveService<>(ConferenceFeature.class, ConferenceAction.class);

    @Override
    public ActionState state(Call call, CallSite site) {
        ConferenceFeature there = feature.get();
        if (there == null) {
            return ActionState.ABSENT;
        }
        if (!call.isActive()) {
            return ActionState.greyed(Messages.whenAnswered);
        }
        return isAdding(there, call) ? ActionState.ON : ActionState.OFF;
    }

    @Override
    public void run(Call call, CallSite site) {
        ConferenceFeature there = feature.get();
        if (there == null) {
            return;
        }
        if (isAdding(there, call)) {
            there.gathering().end();
        } else {
            there.gathering().begin(call.id());
            DeskCommand.run(BOX);
        }
    }

    private static boolean isAdding(ConferenceFeature feature, Call call) {
        return call.conference() != null && feature.gathering().isOpen();
    }
}
