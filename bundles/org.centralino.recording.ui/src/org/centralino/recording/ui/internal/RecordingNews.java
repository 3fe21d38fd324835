/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.recording.ui.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.centralino.recording.RecordingState;
import org.centralino.recording.RecordingState.Kind;
import org.centralino.telephony.Call;
import org.centralino.ui.widgets.NoticeCard.Notice;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;

/**
 * What is to be said of recordings: that one began or ended, and that sound does not reach the disk, which stays in sight
 * until it does, or was read. For one thread, the display's.
 */
final class RecordingNews {

    /**
     * A recording that failed.
     *
     * @param who the far side; empty where it is not known
     * @param locked whether it is not the user's to stop
     * @param over whether the call ended so
     * @param read whether the user has read it
     */
    private record Trouble(String who, String problem, boolean locked, boolean over, boolean read) {

        boolean isSameAs(@Nullable Trouble other) {
            return other != null && who.equals(other.who) && problem.equals(other.problem) && locked == other.locked;
        }
    }

    private final Function<String, @Nullable Call> calls;
    private final Consumer<List<Notice>> view;
    private final Consumer<String> voice;
    private final Map<String, @Nullable Kind> kinds = new HashMap<>();
    private final Map<String, @Nullable Trouble> troubles = new LinkedHashMap<>();

    /**
     * @param calls the call of an id that is up, null where there is none
     * @param voice what a screen reader is to say
     */
    RecordingNews(Function<String, @Nullable Call> calls, Consumer<List<Notice>> view, Consumer<String> voice) {
        this.calls = calls;
        this.view = view;
        this.voice = voice;
    }

    /** How the recording of a call stands now. */
    void changed(String callId, RecordingState state) {
        Kind before = kinds.get(callId);
        if (state.kind() == Kind.OFF) {
            kinds.remove(callId);
        } else {
            kinds.put(callId, state.kind());
        }
        switch (state.kind()) {
            case STARTING -> {
                // nothing is known yet
            }
            case RECORDING -> recording(callId, state, before);
            case FAILED -> failed(callId, state);
            case OFF -> off(callId, before);
        }
    }

    private void recording(String callId, RecordingState state, @Nullable Kind before) {
        if (troubles.remove(callId) != null) {
            voice.accept(Messages.sayRecordingAgain);
            show();
        } else if (before != Kind.RECORDING) {
            voice.accept(state.locked() ? Messages.sayRecordingLocked : Messages.sayRecording);
        }
    }

    private void failed(String callId, RecordingState state) {
        Call call = calls.apply(callId);
        Trouble before = troubles.get(callId);
        String who = call != null ? call.remote().label() : before == null ? "" : before.who();
        Trouble now = new Trouble(who, state.problem(), state.locked(), false, false);
        if (!now.isSameAs(before)) {
            troubles.put(callId, now);
            Notice notice = notice(now);
            voice.accept(notice.title() + ". " + notice.detail());
            show();
        }
    }

    private void off(String callId, @Nullable Kind before) {
        Trouble trouble = troubles.get(callId);
        if (trouble != null) {
            if (trouble.locked() && !trouble.read()) {
                troubles.put(callId, new Trouble(trouble.who(), trouble.problem(), true, true, false));
            } else {
                troubles.remove(callId);
            }
            show();
        } else if (before == Kind.RECORDING) {
            Call call = calls.apply(callId);
            // Who was held out of a conference is recorded again when there is something to be recorded.
            if (call != null && !call.isEnded() && !call.isHeldByUs()) {
                voice.accept(Messages.sayStopped);
            }
        }
    }

    /** There is no recording any more. */
    void gone() {
        kinds.clear();
        if (!troubles.isEmpty()) {
            troubles.clear();
            show();
        }
    }

    /** What is in sight was read; it comes back when something else goes wrong. */
    void dismiss() {
        troubles.values().removeIf(trouble -> trouble == null || trouble.over());
        troubles.replaceAll((call, trouble) ->
                trouble == null ? null : new Trouble(trouble.who(), trouble.problem(), trouble.locked(), false, true));
        show();
    }

    private void show() {
        List<Notice> notices = new ArrayList<>();
        for (Trouble trouble : troubles.values()) {
            if (trouble != null && !trouble.read()) {
                notices.add(notice(trouble));
            }
        }
        view.accept(notices);
    }

    private static Notice notice(Trouble trouble) {
        boolean named = !trouble.who().isEmpty();
        String title = trouble.over()
                ? named ? NLS.bind(Messages.wasNotRecordedNamed, trouble.who()) : Messages.wasNotRecorded
                : named ? NLS.bind(Messages.notRecordedNamed, trouble.who()) : Messages.notRecorded;
        return new Notice(title, trouble.problem());
    }
}
