/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.recording.ui.internal;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.centralino.recording.RecordingCatalogue;
import org.eclipse.jdt.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which calls have recordings. A call that is asked for is looked up, and told of when there are. Any thread. */
final class RecordedCalls {

    private static final Logger LOG = LoggerFactory.getLogger(RecordedCalls.class);

    private final RecordingCatalogue catalogue;
    private final Runnable told;
    private final Map<Instant, @Nullable Boolean> known = new ConcurrentHashMap<>();
    private final Set<Instant> looked = ConcurrentHashMap.newKeySet();

    /** @param changed run on any thread when {@link #has} says something else of a call than before */
    RecordedCalls(RecordingCatalogue catalogue, Runnable changed) {
        this.catalogue = catalogue;
        told = changed;
    }

    /** Whether the call that was dialled or came in then has recordings, as far as that is known yet. Returns at once. */
    boolean has(Instant call) {
        if (looked.add(call)) {
            catalogue
                    .ofCall(call)
                    .thenAccept(found -> learn(call, !found.isEmpty()))
                    .exceptionally(failure -> {
                        LOG.warn("Whether a call has recordings cannot be read", failure);
                        return null;
                    });
        }
        return Boolean.TRUE.equals(known.get(call));
    }

    /** What is known may have changed; it counts until it was looked up again. */
    void renew() {
        looked.clear();
        told.run();
    }

    private void learn(Instant call, boolean has) {
        boolean had = Boolean.TRUE.equals(known.put(call, has));
        if (has != had) {
            told.run();
        }
    }
}
