/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.callcontrol.internal;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.centralino.directory.DirectoryListener;
import org.centralino.directory.DirectoryService;
import org.centralino.telephony.Call;
import org.centralino.telephony.CallListener;
import org.centralino.telephony.CallService;
import org.centralino.ui.DisplayExecutor;
import org.centralino.ui.LiveExtensions;
import org.centralino.ui.LiveService;
import org.centralino.ui.callcontrol.CallsElsewhere;
import org.centralino.ui.desk.DeskCommand;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;

/** The section of the desk that holds the call strip and what waits: joins services, presenter, keys and widgets. */
public final class CallControlSection {

    private static final String COMMAND = "org.centralino.ui.callcontrol.";
    private static final int PATIENCE_MS = (int) CallerNames.PATIENCE.toMillis() + 10;

    private final LiveService<CallService> service = new LiveService<>(CallService.class, CallControlSection.class);
    private final QualityWatch quality = new QualityWatch(service, this::refresh);
    private final LiveService<DirectoryService> directory =
            new LiveService<>(DirectoryService.class, CallControlSection.class);
    private final ExecutorService asking = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("caller names").daemon().factory());
    private final LiveService<CallsElsewhere> elsewhere =
            new LiveService<>(CallsElsewhere.class, CallControlSection.class);
    private final ServiceRegistration<CallListener> listener;
    private final ServiceRegistration<CallListener> qualityListener;
    private final ServiceRegistration<DirectoryListener> namesListener;
    private final CallControlPresenter presenter;
    private final CallControlPane pane;
    private final LiveExtensions entries;
    private final ActionReader actions;

    @Inject
    public CallControlSection(Composite parent, IExtensionRegistry registry) {
        Display screen = parent.getDisplay();
        Executor display = new DisplayExecutor(screen);
        Consumer<Runnable> later = run -> screen.timerExec(PATIENCE_MS, run);
        entries = new LiveExtensions(registry, ActionReader.POINT, CallControlSection.class, display, this::offer);
        actions = new ActionReader(entries, entries.guests()::of, display);
        CallerNames names = new CallerNames(directory, asking, display, later, InstantSource.system());
        ContactSuggestions suggestions = new ContactSuggestions(directory, asking, display, later);
        presenter = new CallControlPresenter(
                service, display, InstantSource.system(), this::show, quality::of, names, suggestions);
        pane = new CallControlPane(parent, actions.read(), presenter, service);
        BundleContext context =
                FrameworkUtil.getBundle(CallControlSection.class).getBundleContext();
        listener = context.registerService(CallListener.class, presenter, null);
        qualityListener = context.registerService(CallListener.class, quality, null);
        namesListener = context.registerService(DirectoryListener.class, names, null);
    }

    @PostConstruct
    void start(Composite parent) {
        DeskCommand.handle(parent, COMMAND + "answer", presenter::hasIncoming, presenter::answerFirst);
        DeskCommand.handle(parent, COMMAND + "decline", presenter::hasIncoming, presenter::declineFirst);
        presenter.leaveOut(this::isElsewhere);
        pane.handleActionKeys();
        presenter.start();
    }

    private boolean isElsewhere(Call call) {
        CallsElsewhere others = elsewhere.get();
        return others != null && others.shows(call);
    }

    private void refresh() {
        presenter.refresh();
    }

    private void offer() {
        pane.offer(actions.read());
        presenter.refresh();
    }

    private void show(CallsView view) {
        pane.show(view);
    }

    @PreDestroy
    void close() {
        entries.close();
        listener.unregister();
        qualityListener.unregister();
        namesListener.unregister();
        quality.close();
        service.close();
        directory.close();
        elsewhere.close();
        asking.shutdownNow();
    }
}
