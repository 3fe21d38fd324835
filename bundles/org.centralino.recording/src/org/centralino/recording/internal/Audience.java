/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.recording.internal;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.function.Consumer;
import org.centralino.recording.RecordingListener;
import org.centralino.recording.RecordingState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who is told of recordings, in order, on a thread that nothing else needs. */
final class Audience {

    private static final Logger LOG = LoggerFactory.getLogger(Audience.class);

    private final List<RecordingListener> listeners = new CopyOnWriteArrayList<>();
    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1, task -> {
        Thread made = new Thread(task, "news of recordings");
        made.setDaemon(true);
        return made;
    });

    void add(RecordingListener listener) {
        listeners.add(listener);
    }

    void remove(RecordingListener listener) {
        listeners.remove(listener);
    }

    void recordingChanged(String callId, RecordingState state) {
        tell(listener -> listener.recordingChanged(callId, state));
    }

    void catalogueChanged() {
        tell(RecordingListener::catalogueChanged);
    }

    private void tell(Consumer<RecordingListener> news) {
        try {
            thread.execute(() -> {
                for (RecordingListener listener : listeners) {
                    try {
                        news.accept(listener);
                    } catch (RuntimeException | LinkageError e) {
                        LOG.error("A listener to recordings failed", e);
                    }
                }
            });
        } catch (RejectedExecutionException e) {
            LOG.debug("Nobody is told any more", e);
        }
    }

    /** Tells what is still to be told, and no more after it. */
    void close() {
        thread.shutdown();
    }
}
