/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.stream;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.centralino.media.libjitsi.internal.codec.G722;
import org.jitsi.impl.neomedia.codec.audio.opus.Opus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Loads the natives of the codecs once in a process, away from the user's home. */
public final class Natives {

    private static final Logger LOG = LoggerFactory.getLogger(Natives.class);
    private static final CompletableFuture<Boolean> OPUS = new CompletableFuture<>();
    private static final CompletableFuture<Boolean> FFMPEG = new CompletableFuture<>();
    private static final AtomicBoolean STARTING = new AtomicBoolean();

    private Natives() {}

    /**
     * Loads them, unless that was done before, on threads of their own.
     *
     * @param folder where native libraries are unpacked and may stay
     * @return complete when calls can be made; a codec whose natives are missing fails when it is used
     */
    public static CompletableFuture<Void> load(Path folder) {
        if (STARTING.compareAndSet(false, true)) {
            // Both unpackers would take the user's home.
            setUnlessSet("jna.tmpdir", folder);
            setUnlessSet("org.bytedeco.javacpp.cachedir", folder);
            thread("opus", OPUS, Opus::assertOpusIsFunctional);
            thread("ffmpeg", FFMPEG, Natives::loadFfmpeg);
        }
        return CompletableFuture.allOf(OPUS, FFMPEG);
    }

    private static void setUnlessSet(String property, Path value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value.toString());
        }
    }

    private static void loadFfmpeg() {
        if (G722.isInstalled()) {
            G722.load();
        }
    }

    private static void thread(String name, CompletableFuture<Boolean> done, Runnable code) {
        Thread thread = Thread.ofPlatform()
                .name("centralino-start-" + name)
                .daemon()
                .unstarted(() -> {
                    try {
                        code.run();
                    } catch (LinkageError | RuntimeException e) {
                        LOG.error("The natives of {} cannot be loaded", name, e);
                    } finally {
                        done.complete(true);
                    }
                });
        thread.setContextClassLoader(Natives.class.getClassLoader());
        thread.start();
    }
}
