/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.conference.internal;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.centralino.directory.DirectoryService;
import org.centralino.telephony.CallListener;
import org.centralino.telephony.CallService;
import org.centralino.ui.DisplayExecutor;
import org.centralino.ui.LiveService;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.widgets.Composite;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.util.tracker.ServiceTracker;

/** The section of the desk with the members of the conference: joins services, presenter and widgets. */
public final class ConferenceSection {

    private final LiveService<CallService> calls = new LiveService<>(CallService.class, ConferenceSection.class);
    private final LiveService<DirectoryService> directory =
            new LiveService<>(DirectoryService.class, ConferenceSection.class);
    private final ExecutorService asking = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("member names").daemon().factory());
    private final ConferencePresenter presenter;
    private final Features features;
    private final ServiceRegistration<CallListener> listener;

    @Inject
    public ConferenceSection(Composite parent) {
        ConferencePane pane = new ConferencePane(parent);
        DisplayExecutor display = new DisplayExecutor(parent.getDisplay());
        BundleContext context = FrameworkUtil.getBundle(ConferenceSection.class).getBundleContext();
        presenter = new ConferencePresenter(
                this::gathering,
                calls,
                display,
                InstantSource.system(),
                new MemberNames(directory, asking, display),
                pane);
        pane.connect(presenter);
        features = new Features(context, presenter);
        features.open();
        listener = context.registerService(CallListener.class, presenter, null);
    }

    private @Nullable Gathering gathering() {
        ConferenceFeature feature = features.getService();
        return feature == null ? null : feature.gathering();
    }

    @PreDestroy
    void close() {
        listener.unregister();
        features.close();
        calls.close();
        directory.close();
        asking.shutdownNow();
    }

    /** The feature while the user has it; whatever it does, the list shows it. */
    @NonNullByDefault({})
    private static final class Features extends ServiceTracker<ConferenceFeature, ConferenceFeature> {

        private final ConferencePresenter presenter;

        Features(BundleContext context, ConferencePresenter presenter) {
            super(context, ConferenceFeature.class, null);
            this.presenter = presenter;
        }

        @Override
        public ConferenceFeature addingService(ServiceReference<ConferenceFeature> reference) {
            ConferenceFeature feature = super.addingService(reference);
            if (feature != null) {
                feature.gathering().follow(presenter::refresh);
            }
            presenter.refresh();
            return feature;
        }

        @Override
        public void removedService(ServiceReference<ConferenceFeature> reference, ConferenceFeature feature) {
            super.removedService(reference, feature);
            presenter.refresh();
        }
    }
}
