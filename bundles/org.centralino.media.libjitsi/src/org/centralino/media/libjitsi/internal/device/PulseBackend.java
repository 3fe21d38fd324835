/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.device;

import java.io.IOException;
import java.util.function.Consumer;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/** PulseAudio (or PipeWire in its place) through the client library of the system, which may be missing. */
final class PulseBackend implements AudioBackend {

    private final @Nullable String server;
    private @Nullable PulseWatch watch;

    /**
     * @param server where the server is, null for the user's own (PULSE_SERVER, or the session's)
     */
    PulseBackend(@Nullable String server) {
        this.server = server;
    }

    @Override
    @NonNullByDefault({})
    public synchronized void watch(Consumer<Listing> told) {
        PulseWatch begun = new PulseWatch(server, told);
        watch = begun;
        begun.start();
    }

    @Override
    public synchronized void close() {
        PulseWatch begun = watch;
        if (begun != null) {
            begun.close();
        }
    }

    @Override
    public AudioDevice open(Direction direction, String id, String purpose) throws IOException {
        try {
            return new PulseStream(server, direction, id, purpose);
        } catch (UnsatisfiedLinkError | NoClassDefFoundError e) {
            throw new IOException("No PulseAudio client library", e);
        }
    }
}
