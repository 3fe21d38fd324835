/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.centralino.directory.DirectoryListener;
import org.centralino.directory.SourceStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells one listener of changes, at most ten times a second, the latest of each. Each listener has a thread of its own, so that
 * one that takes its time keeps nobody else waiting.
 */
final class Announcer {

    private static final Logger LOG = LoggerFactory.getLogger(Announcer.class);
    private static final long BETWEEN_MILLIS = 100;

    private final DirectoryListener listener;
    private final Map<String, SourceStatus> statuses = new LinkedHashMap<>();
    private final Thread thread;
    private boolean contacts;
    private boolean stopped;

    Announcer(DirectoryListener listener) {
        this.listener = listener;
        thread = new Thread(
                this::tellAll, "directory listener " + listener.getClass().getSimpleName());
        thread.setDaemon(true);
        thread.start();
    }

    synchronized void contactsChanged() {
        contacts = true;
        notifyAll();
    }

    synchronized void sourceChanged(SourceStatus status) {
        statuses.put(status.id(), status);
        notifyAll();
    }

    synchronized void stop() {
        stopped = true;
        notifyAll();
        thread.interrupt();
    }

    private void tellAll() {
        try {
            List<SourceStatus> news = new ArrayList<>();
            while (true) {
                boolean changed;
                synchronized (this) {
                    while (!stopped && !contacts && statuses.isEmpty()) {
                        wait();
                    }
                    if (stopped) {
                        return;
                    }
                    changed = contacts;
                    contacts = false;
                    news.addAll(statuses.values());
                    statuses.clear();
                }
                news.forEach(status -> tell(() -> listener.sourceChanged(status)));
                if (changed) {
                    tell(listener::contactsChanged);
                }
                news.clear();
                Thread.sleep(BETWEEN_MILLIS);
            }
        } catch (InterruptedException e) {
            // It is stopped.
            return;
        }
    }

    private void tell(Runnable news) {
        try {
            news.run();
        } catch (RuntimeException | LinkageError e) {
            LOG.error("{} failed on news of the directory", listener.getClass().getName(), e);
        }
    }
}
