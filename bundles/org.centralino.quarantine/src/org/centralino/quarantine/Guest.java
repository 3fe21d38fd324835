/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.quarantine;

import org.osgi.annotation.versioning.ProviderType;

/**
 * A bundle of somebody else's, and how its code is run. What throws, does not return in time, or leaves more than a few threads
 * behind puts the bundle in quarantine, and what was pending for it is dropped. Nobody ever waits for it. A call that is at work at
 * its deadline, and does not wait for anything, has up to five times as long, since it may be the computer that is busy. Methods may
 * be called on any thread.
 *
 * <p>{@code doing} tells the log what the guest was called for, like {@code "CallListener.callChanged"}.
 */
@ProviderType
public interface Guest {

    /** What people call it. */
    String name();

    /** Whether it is in quarantine: then nothing of it is run. */
    boolean isHeld();

    /**
     * Runs its code on the guest's own thread, one call at a time in the order in which they were asked for, with
     * {@link Quarantine#DEADLINE_MS} for each; past that the thread is interrupted. Returns at once.
     */
    void run(String doing, Runnable code);

    /** The same for what makes objects of the guest's, with {@link Quarantine#MAKING_MS}. */
    void make(String doing, Runnable code);

    /**
     * Runs its code on this thread, for what cannot be done on another, with {@link Quarantine#DEADLINE_MS}; past that this
     * thread is interrupted for as long as it is in that code, and not beyond. Code that does not heed it is waited for.
     *
     * @return whether it came back as it should; false where it was not run at all
     */
    boolean here(String doing, Runnable code);
}
