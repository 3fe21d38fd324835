/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.interaction.internal;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import java.time.InstantSource;
import org.centralino.directory.ContactId;
import org.centralino.directory.DirectoryListener;
import org.centralino.directory.DirectoryService;
import org.centralino.ui.DisplayExecutor;
import org.centralino.ui.LiveExtensions;
import org.centralino.ui.LiveService;
import org.centralino.ui.contact.PhoneAction;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.widgets.Composite;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;

/** The view in the middle of the window: joins services, presenter and widgets. */
public final class InteractionView implements ContactSite {

    static final String ID = "org.centralino.ui.interaction";

    private final LiveService<DirectoryService> directory =
            new LiveService<>(DirectoryService.class, InteractionView.class);
    private final PhoneActions actions = new PhoneActions();
    private final ContactPresenter presenter;
    private final ContactPane pane;
    private final LiveExtensions entries;
    private final SectionReader sections;
    private final DisplayExecutor display;
    private final BundleContext context;
    private final ServiceTracker<PhoneAction, PhoneAction> phoneActions;
    private final ServiceTracker<DirectoryService, DirectoryService> directories;
    private final ServiceRegistration<DirectoryListener> listener;
    private final ServiceRegistration<ContactSite> site;

    @Inject
    public InteractionView(Composite parent, IExtensionRegistry registry) {
        display = new DisplayExecutor(parent.getDisplay());
        entries = new LiveExtensions(registry, SectionReader.POINT, InteractionView.class, display, this::offer);
        sections = new SectionReader(entries, entries.guests()::of, display);
        pane = new ContactPane(parent, sections.read(), actions);
        presenter = new ContactPresenter(directory, actions, display, InstantSource.system(), pane);
        pane.connect(presenter);
        presenter.refresh();
        context = FrameworkUtil.getBundle(InteractionView.class).getBundleContext();
        phoneActions = new ServiceTracker<>(context, PhoneAction.class, new Actions());
        phoneActions.open();
        directories = new ServiceTracker<>(context, DirectoryService.class, new Directories());
        directories.open();
        listener = context.registerService(DirectoryListener.class, presenter, null);
        site = context.registerService(ContactSite.class, this, null);
    }

    @Override
    public void open(ContactId contact, boolean focus) {
        presenter.open(contact, focus);
    }

    @Override
    public void create(String number) {
        presenter.create(number);
    }

    @Focus
    void focus() {
        pane.restoreFocus();
    }

    private void offer() {
        pane.offer(sections.read());
    }

    @PreDestroy
    void close() {
        entries.close();
        site.unregister();
        listener.unregister();
        phoneActions.close();
        directories.close();
        directory.close();
    }

    /** Actions come and go with their bundles. */
    @NonNullByDefault({})
    private final class Actions implements ServiceTrackerCustomizer<PhoneAction, PhoneAction> {

        @Override
        public @Nullable PhoneAction addingService(ServiceReference<PhoneAction> reference) {
            PhoneAction action = context.getService(reference);
            if (action != null) {
                actions.add(action);
                display.execute(presenter::refresh);
            }
            return action;
        }

        @Override
        public void modifiedService(ServiceReference<PhoneAction> reference, PhoneAction action) {
            // nothing of it is in the properties
        }

        @Override
        public void removedService(ServiceReference<PhoneAction> reference, PhoneAction action) {
            actions.remove(action);
            context.ungetService(reference);
            display.execute(presenter::refresh);
        }
    }

    /** What was asked for before there was a directory is shown when there is one. */
    @NonNullByDefault({})
    private final class Directories implements ServiceTrackerCustomizer<DirectoryService, DirectoryService> {

        @Override
        public @Nullable DirectoryService addingService(ServiceReference<DirectoryService> reference) {
            DirectoryService service = context.getService(reference);
            display.execute(presenter::reload);
            return service;
        }

        @Override
        public void modifiedService(ServiceReference<DirectoryService> reference, DirectoryService service) {
            // nothing of it is in the properties
        }

        @Override
        public void removedService(ServiceReference<DirectoryService> reference, DirectoryService service) {
            context.ungetService(reference);
            display.execute(presenter::refresh);
        }
    }
}
