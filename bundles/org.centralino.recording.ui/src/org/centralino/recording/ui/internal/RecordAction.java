/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.recording.ui.internal;

import java.util.function.Supplier;
import org.centralino.recording.RecordingListener;
import org.centralino.recording.RecordingService;
import org.centralino.recording.RecordingState;
import org.centralino.telephony.Call;
import org.centralino.ui.callcontrol.ActionState;
import org.centralino.ui.callcontrol.ActionState.Mode;
import org.centralino.ui.callcontrol.CallAction;
import org.centralino.ui.callcontrol.CallSite;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;

/** Records the call, or shows that it is recorded (S10). It is on only while sound reaches the disk. */
public final class RecordAction implements CallAction, RecordingListener {

    private final Supplier<@Nullable RecordingService> service;
    private volatile @Nullable CallSite strip;

    public RecordAction() {
        // Lives as long as the bundle, as what is made by an extension point does.
        RecordingWatch watch = new RecordingWatch();
        service = watch;
        watch.open(this, this::refresh);
    }

    RecordAction(Supplier<@Nullable RecordingService> service) {
        this.service = service;
    }

    @Override
    public ActionState state(Call call, CallSite site) {
        strip = site;
        RecordingService recording = service.get();
        if (recording == null) {
            return ActionState.ABSENT;
        }
        RecordingState state = recording.state(call.id());
        boolean locked = state.locked() || recording.isAutomatic();
        return switch (state.kind()) {
            case OFF -> off(call, locked);
            case STARTING -> armed(Messages.recordStarting);
            case RECORDING -> locked ? new ActionState(Mode.LOCKED, true, Messages.recordLocked) : ActionState.ON;
            case FAILED -> armed(NLS.bind(Messages.recordFailed, state.problem()));
        };
    }

    private static ActionState off(Call call, boolean locked) {
        if (locked) {
            return armed(Messages.recordByItself);
        }
        return call.isActive() ? ActionState.OFF : ActionState.greyed(Messages.recordWhenAnswered);
    }

    private static ActionState armed(String why) {
        return new ActionState(Mode.ARMED, true, why);
    }

    @Override
    public void run(Call call, CallSite site) {
        RecordingService recording = service.get();
        if (recording == null) {
            return;
        }
        RecordingState state = recording.state(call.id());
        if (state.locked() || recording.isAutomatic()) {
            return;
        }
        if (state.kind() == RecordingState.Kind.OFF) {
            recording.start(call.id());
        } else {
            recording.stop(call.id());
        }
    }

    @Override
    public void recordingChanged(String callId, RecordingState state) {
        refresh();
    }

    private void refresh() {
        CallSite site = strip;
        if (site != null) {
            site.refresh();
        }
    }
}
