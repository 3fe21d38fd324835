/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.profile;

import java.io.IOException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at a profile's document again and again, on a thread of its own, and tells when there is another one. What is wrong
 * with it is one line in the log, until something else is wrong.
 */
public final class ProfileWatch implements AutoCloseable {

    /** The system property that says how often, in milliseconds, where the usual times do not serve. */
    public static final String EVERY = "centralino.profile.every";

    private static final Logger LOG = LoggerFactory.getLogger(ProfileWatch.class);
    private static final long FILE_MS = 1_000;
    private static final long ADDRESS_MS = 30_000;

    private final ProfileDocument document;
    private final Consumer<Profile> changed;
    private final ScheduledExecutorService work = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("profile").daemon().factory());
    private String problem = "";

    /**
     * @param document one that has been read
     * @param changed told of another profile, on the thread of the watch
     */
    public ProfileWatch(ProfileDocument document, Consumer<Profile> changed) {
        this.document = document;
        this.changed = changed;
    }

    /** Begins to look: a file every second, an address every 30. */
    public void start() {
        long every = Math.max(1, Long.getLong(EVERY, document.isRemote() ? ADDRESS_MS : FILE_MS));
        work.scheduleWithFixedDelay(this::look, every, every, TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            Profile profile = document.changed();
            if (profile != null) {
                changed.accept(profile);
                LOG.info("Profile {} has changed: its features are those in use", document.place());
            }
            problem = "";
        } catch (ProfileException e) {
            LOG.error(
                    "Profile {} has changed and cannot be used: key {} is {}, expected {}",
                    document.place(),
                    e.key(),
                    e.value(),
                    e.expected());
        } catch (IOException e) {
            tell(e.toString());
        } catch (RuntimeException e) {
            LOG.error("The changed profile {} was not taken", document.place(), e);
        }
    }

    private void tell(String now) {
        if (!now.equals(problem)) {
            problem = now;
            LOG.warn("Profile {} cannot be looked at again: {}", document.place(), now);
        }
    }

    @Override
    public void close() {
        work.shutdownNow();
    }
}
