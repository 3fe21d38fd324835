/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.eclipse.jdt.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Executors of one thread that is there while there is work. */
final class Threads {

    private static final Logger LOG = LoggerFactory.getLogger(Threads.class);

    private Threads() {}

    /** Work that throws is logged and does not stop what follows; work after shutdown is dropped. */
    static ScheduledThreadPoolExecutor single(String name) {
        ScheduledThreadPoolExecutor executor =
                new ScheduledThreadPoolExecutor(1, task -> {
                    Thread thread = new Thread(task, name);
                    thread.setDaemon(true);
                    return thread;
                }) {
                    @Override
                    public ScheduledFuture<?> schedule(@Nullable Runnable work, long delay, @Nullable TimeUnit unit) {
                        return super.schedule(() -> run(work), delay, unit);
                    }

                    private void run(@Nullable Runnable work) {
                        try {
                            if (work != null) {
                                work.run();
                            }
                        } catch (RuntimeException | LinkageError e) {
                            LOG.error("Failed on thread {}", name, e);
                        }
                    }
                };
        executor.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
        executor.setRemoveOnCancelPolicy(true);
        executor.setKeepAliveTime(10, TimeUnit.SECONDS);
        executor.allowCoreThreadTimeOut(true);
        return executor;
    }
}
