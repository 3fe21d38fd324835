/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.callcontrol.internal;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.centralino.media.CallStatistics;
import org.centralino.telephony.Call;
import org.centralino.telephony.CallService;
import org.centralino.telephony.CallState;
import org.centralino.telephony.EndReason;
import org.centralino.telephony.Party;
import org.eclipse.jdt.annotation.Nullable;

/** A call service that writes down what it is told, and calls to show. */
final class FakeCalls implements CallService {

    static final Instant START = Instant.parse("2026-11-23T10:00:00Z");

    final List<String> commands = new ArrayList<>();
    final List<Call> up = new ArrayList<>();

    static Call outgoing(String id) {
        return call(id, true, new CallState.Dialing());
    }

    static Call incoming(String id) {
        return call(id, false, new CallState.Incoming());
    }

    static Call active(Call call) {
        return with(call, new CallState.Active(false, false), false);
    }

    static Call microphoneOff(Call call) {
        return with(call, call.state(), true);
    }

    static Call ended(Call call, EndReason.Kind kind) {
        return with(call, new CallState.Ended(new EndReason(kind, 0, "")), false);
    }

    static Call with(Call call, CallState state, boolean microphoneOff) {
        boolean isUp = state instanceof CallState.Active;
        Instant answered = call.answered();
        return new Call(
                call.id(),
                call.account(),
                call.outgoing(),
                call.remote(),
                state,
                microphoneOff,
                isUp ? "opus" : call.codec(),
                call.created(),
                answered == null && isUp ? START : answered,
                state instanceof CallState.Ended ? START.plusSeconds(65) : null);
    }

    private static Call call(String id, boolean outgoing, CallState state) {
        Party party = new Party("Name of " + id, "sip:" + id + "@example.test", id);
        return new Call(id, "sip:anna@example.test", outgoing, party, state, false, null, START, null, null);
    }

    @Override
    public String dial(String target) {
        commands.add("dial " + target);
        return target;
    }

    @Override
    public void answer(String callId) {
        commands.add("answer " + callId);
    }

    @Override
    public void decline(String callId) {
        commands.add("decline " + callId);
    }

    @Override
    public void hangUp(String callId) {
        commands.add("hangUp " + callId);
    }

    @Override
    public void setMicrophoneOff(String callId, boolean off) {
        commands.add("microphone " + callId + (off ? " off" : " on"));
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
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean masksDigits(String callId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void useHoldMusic(@Nullable Path file) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void startTone(String callId, char tone) {
        commands.add("tone " + callId + " " + tone);
    }

    @Override
    public void stopTone(String callId) {
        commands.add("quiet " + callId);
    }

    @Override
    public List<Call> calls() {
        return List.copyOf(up);
    }

    @Override
    public @Nullable CallStatistics statistics(String callId) {
        return null;
    }
}
