/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.callcontrol.internal;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.List;
import org.centralino.telephony.CallListener;
import org.centralino.telephony.CallService;
import org.centralino.ui.DisplayExecutor;
import org.centralino.ui.LiveService;
import org.centralino.ui.desk.DeskCommand;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.swt.widgets.Composite;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;

/** The section of the desk that holds the call strip and what waits: joins services, presenter, keys and widgets. */
public final class CallControlSection {

    private static final String COMMAND = "org.centralino.ui.callcontrol.";

    private final LiveService<CallService> service = new LiveService<>(CallService.class, CallControlSection.class);
    private final QualityWatch quality = new QualityWatch(service, this::refresh);
    private final ServiceRegistration<CallListener> listener;
    private final ServiceRegistration<CallListener> qualityListener;
    private final CallControlPresenter presenter;
    private final CallControlPane pane;

    @Inject
    public CallControlSection(Composite parent, IExtensionRegistry registry) {
        List<ActionEntry> actions = new ActionReader(registry).read();
        presenter = new CallControlPresenter(
                service, new DisplayExecutor(parent.getDisplay()), InstantSource.system(), this::show, quality::of);
        pane = new CallControlPane(parent, actions, presenter, service);
        BundleContext context =
                FrameworkUtil.getBundle(CallControlSection.class).getBundleContext();
        listener = context.registerService(CallListener.class, presenter, null);
        qualityListener = context.registerService(CallListener.class, quality, null);
    }

    @PostConstruct
    void start(Composite parent) {
        DeskCommand.handle(parent, COMMAND + "answer", presenter::hasIncoming, presenter::answerFirst);
        DeskCommand.handle(parent, COMMAND + "decline", presenter::hasIncoming, presenter::declineFirst);
        pane.handleActionKeys();
        presenter.start();
    }

    private void refresh() {
        presenter.refresh();
    }

    private void show(CallsView view) {
        pane.show(view);
    }

    @PreDestroy
    void close() {
        listener.unregister();
        qualityListener.unregister();
        quality.close();
        service.close();
    }
}
