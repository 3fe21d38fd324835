/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.widgets.Display;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one hop to the display thread. What is given to it within one frame runs together, in order, so that a burst of
 * snapshots costs one repaint; the first after a pause runs at once. May be called on any thread, never blocks, and
 * does nothing once the display is gone.
 */
public final class DisplayExecutor implements Executor {

    private static final Logger LOG = LoggerFactory.getLogger(DisplayExecutor.class);
    private static final int FRAME_MS = 16;

    private final Display display;
    private final Queue<@Nullable Runnable> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private long lastFrame;

    public DisplayExecutor(Display display) {
        this.display = display;
        lastFrame = System.nanoTime() - FRAME_MS * 1_000_000L;
    }

    @Override
    @NonNullByDefault({})
    public void execute(Runnable task) {
        waiting.add(task);
        if (scheduled.compareAndSet(false, true)) {
            try {
                display.asyncExec(this::frame);
            } catch (SWTException e) {
                if (e.code != SWT.ERROR_DEVICE_DISPOSED) {
                    throw e;
                }
            }
        }
    }

    private void frame() {
        long early = FRAME_MS - (System.nanoTime() - lastFrame) / 1_000_000;
        if (early > 0) {
            display.timerExec((int) early, this::drain);
        } else {
            drain();
        }
    }

    private void drain() {
        lastFrame = System.nanoTime();
        scheduled.set(false);
        for (Runnable task = waiting.poll(); task != null; task = waiting.poll()) {
            try {
                task.run();
            } catch (RuntimeException e) {
                LOG.error("A view could not be brought up to date", e);
            }
        }
    }
}
