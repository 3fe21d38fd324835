/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.recording.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.centralino.telephony.Call;
import org.eclipse.jdt.annotation.Nullable;

/** The recordings that go on, by call; the members of a conference have one together. For one thread. */
final class Ongoing {

    private final Map<String, LiveRecording> byCall = new LinkedHashMap<>();

    @Nullable
    LiveRecording of(String callId) {
        return Lookup.in(byCall, callId);
    }

    /** Each once. */
    Set<LiveRecording> all() {
        return new LinkedHashSet<>(byCall.values());
    }

    List<String> callsOf(LiveRecording recording) {
        List<String> of = new ArrayList<>();
        byCall.forEach((callId, each) -> {
            if (each == recording) {
                of.add(callId);
            }
        });
        return of;
    }

    /** The one that a conference has, or is to have, when another joined: that which was there before. */
    @Nullable
    LiveRecording common(List<Call> members, Call joined) {
        LiveRecording own = of(joined.id());
        for (Call member : members) {
            LiveRecording found = of(member.id());
            if (found != null && found != own) {
                return found;
            }
        }
        return own;
    }

    void put(String callId, LiveRecording recording) {
        byCall.put(callId, recording);
    }

    void remove(String callId) {
        byCall.remove(callId);
    }
}
