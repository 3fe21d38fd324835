/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.history.internal;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.time.ZoneId;
import org.centralino.history.HistoryListener;
import org.centralino.history.HistoryService;
import org.centralino.telephony.CallService;
import org.centralino.ui.DisplayExecutor;
import org.centralino.ui.LiveService;
import org.centralino.ui.contact.Interaction;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;

/** The view of past calls: joins services, presenter and widgets. */
public final class HistoryView {

    /** What the perspective places it by. */
    static final String ID = "org.centralino.ui.history";

    private final LiveService<HistoryService> history = new LiveService<>(HistoryService.class, HistoryView.class);
    private final LiveService<CallService> calls = new LiveService<>(CallService.class, HistoryView.class);
    private final LiveService<Interaction> interaction = new LiveService<>(Interaction.class, HistoryView.class);
    private final PhoneActions actions = new PhoneActions();
    private final EntryActions extras;
    private final ServiceRegistration<HistoryListener> listener;
    private final HistoryPresenter presenter;
    private final HistoryPane pane;

    @Inject
    public HistoryView(Composite parent) {
        DisplayExecutor display = new DisplayExecutor(parent.getDisplay());
        extras = new EntryActions(display);
        pane = new HistoryPane(new Composite(parent, SWT.NO_FOCUS), actions, extras);
        presenter = new HistoryPresenter(
                new Services(history, calls, interaction),
                display,
                InstantSource.system(),
                ZoneId.systemDefault(),
                pane);
        listener = FrameworkUtil.getBundle(HistoryView.class)
                .getBundleContext()
                .registerService(HistoryListener.class, presenter, null);
    }

    @PostConstruct
    void start() {
        pane.connect(presenter);
    }

    @Focus
    void focus() {
        pane.takeFocus();
    }

    @PreDestroy
    void close() {
        listener.unregister();
        history.close();
        calls.close();
        interaction.close();
        actions.close();
        extras.close();
    }
}
