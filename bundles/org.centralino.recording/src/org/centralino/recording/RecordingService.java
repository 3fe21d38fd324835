/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.recording;

import java.util.concurrent.CompletableFuture;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Records calls (S10). It is there only while the Condition {@code centralino.recording} is; when it goes, what is being
 * recorded is ended properly. Methods may be called on any thread and return at once.
 */
@ProviderType
public interface RecordingService {

    /** Whether calls are recorded by themselves, and cannot be stopped. */
    boolean isAutomatic();

    /** How the recording of a call stands; {@link RecordingState#OFF} where there is none. */
    RecordingState state(String callId);

    /**
     * Begins to record an answered call; does nothing where it is recorded already or has ended. The members of a conference
     * are in one recording, which begins, stands and ends for all their calls.
     */
    void start(String callId);

    /** Ends the recording; does nothing where it is automatic. */
    void stop(String callId);

    /** What was recorded. */
    RecordingCatalogue catalogue();

    /** Completes when everything that was recorded so far is on the disk. */
    CompletableFuture<Void> flush();
}
