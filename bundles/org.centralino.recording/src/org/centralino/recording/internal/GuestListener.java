/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.recording.internal;

import org.centralino.quarantine.GuestService;
import org.centralino.recording.RecordingListener;
import org.centralino.recording.RecordingState;

/** Hands on to a guest, on its own thread, what there is to tell of recordings. */
record GuestListener(GuestService<RecordingListener> guest) implements RecordingListener {

    @Override
    public void recordingChanged(String callId, RecordingState state) {
        guest.call("RecordingListener.recordingChanged", listener -> listener.recordingChanged(callId, state));
    }

    @Override
    public void catalogueChanged() {
        guest.call("RecordingListener.catalogueChanged", RecordingListener::catalogueChanged);
    }
}
