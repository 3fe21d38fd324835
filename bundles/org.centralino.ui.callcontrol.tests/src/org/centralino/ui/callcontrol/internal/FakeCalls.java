/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.callcontrol.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.centralino.media.CallStatistics;
import org.centralino.telephony.Call;
import org.centralino.telephony.CallService;
import org.centralino.telephony.CallState;
import org.centralino.telephony.EndReason;
import org.centralino.telephony.Party;
import org.centralino.telephony.Transfer;
import org.centralino.ui.EndReasonWords;
import org.eclipse.jdt.annotation.Nullable;

/** A call service that writes down what it is told, and calls to show. */
final class FakeCalls implements CallService {

    static final Instant START = Instant.parse("2026-11-23T10:00:00Z");

    final List<String> commands = new ArrayList<>();

    @Nullable
    CallStatistics counted;

    final List<Call> up = new ArrayList<>();
    boolean canPark = true;
    boolean masks;
    Instant now = START;
    Consumer<Call> listener = call -> {};

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

    static Call held(Call call, Instant since) {
        Call up = with(call, new CallState.Active(true, heldByPeer(call)), call.microphoneOff());
        return extras(up, since, call.transfer(), call.returnedFrom());
    }

    static Call heldByPeer(Call call, Instant heldByUs) {
        return extras(with(call, new CallState.Active(true, true), false), heldByUs, null, null);
    }

    /** How the end of such a call is told. */
    static String words(EndReason.Kind kind) {
        return EndReasonWords.of(new EndReason(kind, 0, ""));
    }

    static Call transferred(Call call, String target, Transfer.Status status, EndReason.@Nullable Kind failure) {
        Transfer transfer = new Transfer(
                new Party(null, "sip:" + target + "@example.test", target),
                false,
                status,
                failure == null ? null : new EndReason(failure, 0, ""));
        return extras(call, call.held(), transfer, null);
    }

    static Call returned(Call call, String from) {
        return extras(call, null, null, new Party(null, "sip:" + from + "@example.test", from));
    }

    static Call diverted(Call call, String meantFor) {
        return new Call(
                call.id(),
                call.account(),
                call.outgoing(),
                call.remote(),
                call.state(),
                call.microphoneOff(),
                call.codec(),
                call.created(),
                call.answered(),
                call.ended(),
                call.held(),
                call.transfer(),
                call.returnedFrom(),
                new Party(null, "sip:" + meantFor + "@example.test", meantFor),
                call.encryption(),
                call.conference());
    }

    static Call in(Call call, Call.@Nullable Membership conference) {
        return new Call(
                call.id(),
                call.account(),
                call.outgoing(),
                call.remote(),
                call.state(),
                call.microphoneOff(),
                call.codec(),
                call.created(),
                call.answered(),
                call.ended(),
                call.held(),
                call.transfer(),
                call.returnedFrom(),
                call.divertedFrom(),
                call.encryption(),
                conference);
    }

    /** Makes it one of the calls there are, and tells of it. */
    void change(Call call) {
        up.removeIf(c -> c.id().equals(call.id()));
        if (!call.isEnded()) {
            up.add(call);
        }
        listener.accept(call);
    }

    private Call get(String id) {
        return up.stream().filter(call -> call.id().equals(id)).findFirst().orElseThrow();
    }

    private static boolean hasVoice(Call call) {
        return call.isActive() && !call.isHeldByUs();
    }

    private static boolean heldByPeer(Call call) {
        return call.state() instanceof CallState.Active state && state.heldByPeer();
    }

    private static Call extras(
            Call call, @Nullable Instant held, @Nullable Transfer transfer, @Nullable Party returnedFrom) {
        return new Call(
                call.id(),
                call.account(),
                call.outgoing(),
                call.remote(),
                call.state(),
                call.microphoneOff(),
                call.codec(),
                call.created(),
                call.answered(),
                call.ended(),
                held,
                transfer,
                returnedFrom);
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
                state instanceof CallState.Ended ? START.plusSeconds(65) : null,
                null,
                state instanceof CallState.Ended ? call.transfer() : null,
                null);
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
        commands.add("hold " + callId);
        change(held(get(callId), now));
    }

    @Override
    public void resume(String callId) {
        commands.add("resume " + callId);
        List.copyOf(up).stream().filter(FakeCalls::hasVoice).forEach(call -> change(held(call, now)));
        change(active(get(callId)));
    }

    @Override
    public void transfer(String callId, String target) {
        commands.add("transfer " + callId + " " + target);
        change(transferred(held(get(callId), now), target, Transfer.Status.TRYING, null));
    }

    @Override
    public void transferTo(String callId, String otherCallId) {
        commands.add("connect " + callId + " " + otherCallId);
        for (String id : List.of(callId, otherCallId)) {
            change(ended(get(id), EndReason.Kind.TRANSFERRED));
        }
    }

    @Override
    public void park(String callId) {
        commands.add("park " + callId);
        change(transferred(held(get(callId), now), "608", Transfer.Status.TRYING, null));
    }

    @Override
    public boolean canPark(String callId) {
        return canPark;
    }

    @Override
    public boolean masksDigits(String callId) {
        return masks;
    }

    @Override
    public void useHoldMusic(@Nullable Path file) throws IOException {
        commands.add("music " + file);
        if (file != null && file.endsWith("bad.txt")) {
            throw new IOException("no sound in it");
        }
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
        return counted;
    }
}
