/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.recording.internal;

import java.io.PrintStream;
import java.lang.reflect.Constructor;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.centralino.media.OpusService;
import org.centralino.recording.internal.testing.Calls;
import org.centralino.recording.internal.testing.ManualGraph;

/** A workstation that records a call and says how many frames of it there were: to be killed while it does. */
final class Victim {

    private static final long FRAME_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private Victim() {}

    /** @param arguments the folder, and the format */
    public static void main(String[] arguments) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        ManualGraph graph = new ManualGraph();
        Rig rig = workstation(Path.of(arguments[0]), graph);
        rig.settings.put("format", arguments[1]);
        rig.recorder.callChanged(Calls.active("1"));
        while (graph.guests() < 4) {
            LockSupport.parkNanos(FRAME_NANOS);
        }
        long next = System.nanoTime();
        for (int frames = 1; ; frames++) {
            graph.tick(1);
            out.println(frames + ".");
            next += FRAME_NANOS;
            while (System.nanoTime() < next) {
                LockSupport.parkNanos(next - System.nanoTime());
            }
        }
    }

    /** It is never closed, but killed. */
    private static Rig workstation(Path folder, ManualGraph graph) throws Exception {
        return new Rig(folder, graph, opus(), true);
    }

    /** The real codec, whose class is in no package that anybody may import. */
    private static OpusService opus() throws Exception {
        Class.forName("org.jitsi.impl.neomedia.codec.audio.opus.Opus")
                .getMethod("assertOpusIsFunctional")
                .invoke(null);
        Constructor<?> constructor = Class.forName("org.centralino.media.libjitsi.internal.codec.KeptOpus")
                .getConstructor(Supplier.class);
        Supplier<CompletableFuture<Void>> loaded = () -> CompletableFuture.allOf();
        return (OpusService) constructor.newInstance(loaded);
    }
}
