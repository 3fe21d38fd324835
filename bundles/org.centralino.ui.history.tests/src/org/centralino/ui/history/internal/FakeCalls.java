/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.history.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.centralino.media.CallStatistics;
import org.centralino.telephony.Call;
import org.centralino.telephony.CallService;
import org.eclipse.jdt.annotation.Nullable;

/** A telephone that only dials. */
final class FakeCalls implements CallService {

    final List<String> dialled = new ArrayList<>();
    boolean refuses;

    @Override
    public String dial(String target) {
        if (refuses) {
            throw new IllegalArgumentException(target);
        }
        dialled.add(target);
        return target;
    }

    @Override
    public void answer(String callId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void decline(String callId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void hangUp(String callId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setMicrophoneOff(String callId, boolean off) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void hold(String callId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void resume(String callId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void transfer(String callId, String target) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void transferTo(String callId, String otherCallId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void park(String callId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean canPark(String callId) {
        return false;
    }

    @Override
    public boolean masksDigits(String callId) {
        return false;
    }

    @Override
    public void useHoldMusic(@Nullable Path file) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void startTone(String callId, char tone) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void stopTone(String callId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Call> calls() {
        return List.of();
    }

    @Override
    public @Nullable CallStatistics statistics(String callId) {
        return null;
    }
}
