/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.recording.internal.testing;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.centralino.media.SoundGraph;
import org.centralino.media.SoundNode;
import org.centralino.telephony.CallSoundService;

/** The sound of calls in which we are 440 Hz and the far side 1 kHz. */
public final class TonesInCalls implements CallSoundService {

    public static final double OURS = 440;
    public static final double THEIRS = 1_000;
    private static final double LEVEL = 8_000;

    /** Calls in which something was announced. */
    public final List<String> announced = new CopyOnWriteArrayList<>();

    private final SoundGraph graph;
    private final Map<SoundNode, SoundNode> joined = new ConcurrentHashMap<>();

    public TonesInCalls(SoundGraph graph) {
        this.graph = graph;
    }

    @Override
    public Tap tap(String callId, SoundNode ours, SoundNode theirs) {
        join(OURS, ours);
        join(THEIRS, theirs);
        return () -> {
            part(ours);
            part(theirs);
        };
    }

    private void join(double hertz, SoundNode sink) {
        SoundNode source = graph.source(hertz + " Hz", new Tone(hertz, LEVEL));
        graph.connect(source, sink);
        joined.put(sink, source);
    }

    private void part(SoundNode sink) {
        if (joined.containsKey(sink)) {
            graph.remove(joined.remove(sink));
        }
    }

    /** Who is held is not heard. */
    public void silence() {
        joined.keySet().forEach(this::part);
    }

    @Override
    public Tap play(String callId, SoundNode source) {
        announced.add(callId);
        return () -> {};
    }
}
