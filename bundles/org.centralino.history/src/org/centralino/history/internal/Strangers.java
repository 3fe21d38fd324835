/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.history.internal;

import java.sql.SQLException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.centralino.directory.Contact;
import org.centralino.directory.DirectoryListener;
import org.centralino.directory.DirectoryService;
import org.eclipse.jdt.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives the latest calls without a contact theirs, when the directory learns of one later. */
final class Strangers implements DirectoryListener {

    private static final Logger LOG = LoggerFactory.getLogger(Strangers.class);

    private final Supplier<@Nullable DirectoryService> directory;
    private final CallStore store;
    private final ScheduledExecutorService timer;
    private final Executor thread;
    private final Runnable told;
    private final long restMs;
    private final AtomicBoolean waiting = new AtomicBoolean();

    /**
     * @param timer whose thread is the history's
     * @param thread the same, where what throws is logged
     * @param told run there when calls have got a contact
     * @param restMs how long changes are gathered: a directory that reads its sources tells of many
     */
    Strangers(
            Supplier<@Nullable DirectoryService> directory,
            CallStore store,
            ScheduledExecutorService timer,
            Executor thread,
            Runnable told,
            long restMs) {
        this.directory = directory;
        this.store = store;
        this.timer = timer;
        this.thread = thread;
        this.told = told;
        this.restMs = restMs;
    }

    @Override
    public void contactsChanged() {
        if (waiting.compareAndSet(false, true)) {
            try {
                timer.schedule(() -> thread.execute(this::ask), restMs, TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException e) {
                LOG.debug("The history is closed", e);
            }
        }
    }

    private void ask() {
        waiting.set(false);
        DirectoryService service = directory.get();
        if (service == null) {
            return;
        }
        try {
            for (String number : store.strangers()) {
                service.byNumber(number)
                        .thenAccept(found -> found.ifPresent(contact -> thread.execute(() -> meet(number, contact))));
            }
        } catch (SQLException e) {
            LOG.debug("Calls without a contact cannot be read", e);
        }
    }

    private void meet(String number, Contact contact) {
        try {
            if (store.identify(number, contact) > 0) {
                told.run();
            }
        } catch (SQLException e) {
            LOG.debug("Calls with {} stay without a contact", number, e);
        }
    }
}
