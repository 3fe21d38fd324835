/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.entitlement.internal;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.centralino.entitlement.EntitlementListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells one listener, which has a thread of its own meanwhile: one that hangs keeps nobody else waiting. */
final class Teller {

    private static final Logger LOG = LoggerFactory.getLogger(Teller.class);

    private final EntitlementListener listener;
    private final Executor threads;
    private final AtomicInteger news = new AtomicInteger();

    Teller(EntitlementListener listener, Executor threads) {
        this.listener = listener;
        this.threads = threads;
    }

    void changed() {
        if (news.getAndIncrement() == 0) {
            threads.execute(this::tell);
        }
    }

    private void tell() {
        int told;
        do {
            told = news.get();
            try {
                listener.entitlementsChanged();
            } catch (RuntimeException | LinkageError e) {
                LOG.error(
                        "{} failed on news of the features", listener.getClass().getName(), e);
            }
        } while (!news.compareAndSet(told, 0));
    }
}
