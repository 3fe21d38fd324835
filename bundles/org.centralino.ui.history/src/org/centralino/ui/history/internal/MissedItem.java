/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.history.internal;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import org.centralino.history.HistoryListener;
import org.centralino.history.HistoryService;
import org.centralino.ui.Announcement;
import org.centralino.ui.DisplayExecutor;
import org.centralino.ui.LiveService;
import org.centralino.ui.Token;
import org.centralino.ui.widgets.BarButton;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The item of the status bar that is there while calls were missed and not seen; a press shows them. */
public final class MissedItem {

    private static final Logger LOG = LoggerFactory.getLogger(MissedItem.class);

    private static final int LOOK_MS = 500;

    private final Composite parent;
    private final LiveService<HistoryService> history = new LiveService<>(HistoryService.class, MissedItem.class);
    private final MissedCount count;
    private final ServiceRegistration<HistoryListener> listener;
    private @Nullable BarButton button;
    private int told;

    @Inject
    public MissedItem(Composite parent) {
        this.parent = parent;
        count = new MissedCount(history, new DisplayExecutor(parent.getDisplay()), this::show);
        listener = FrameworkUtil.getBundle(MissedItem.class)
                .getBundleContext()
                .registerService(HistoryListener.class, count, null);
    }

    @PostConstruct
    void start() {
        // What makes calls comes up beside the window.
        if (!parent.isDisposed() && !count.refresh()) {
            parent.getDisplay().timerExec(LOOK_MS, this::start);
        }
    }

    @PreDestroy
    void close() {
        listener.unregister();
        history.close();
    }

    private void show() {
        if (parent.isDisposed()) {
            return;
        }
        int now = count.get();
        BarButton there = button;
        if (now == 0) {
            if (there != null) {
                there.dispose();
                button = null;
            }
        } else {
            BarButton shown = there == null ? new BarButton(parent) : there;
            if (there == null) {
                shown.onPress(MissedItem::open);
                button = shown;
            }
            String words = now == 1 ? Messages.missedOne : NLS.bind(Messages.missedMany, now);
            shown.setFace(Glyph.CALL_MISSED.url(), Token.BUSY, words, Messages.missedShow);
            if (now > told) {
                Announcement.say(shown, words);
            }
        }
        told = now;
        parent.getParent().layout(true, true);
    }

    private static void open() {
        IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        if (window != null && window.getActivePage() != null) {
            try {
                window.getActivePage().showView(HistoryView.ID);
            } catch (PartInitException e) {
                LOG.error("The view of past calls cannot be opened", e);
            }
        }
    }
}
