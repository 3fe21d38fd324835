/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.directory.internal;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import org.centralino.directory.DirectoryListener;
import org.centralino.directory.DirectoryService;
import org.centralino.ui.DisplayExecutor;
import org.centralino.ui.contact.Interaction;
import org.centralino.ui.contact.PhoneAction;
import org.centralino.ui.dialer.BoxCompanion;
import org.eclipse.swt.widgets.Composite;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;

/** The section of the desk under the box: joins services, presenter, keys and widgets. */
public final class DirectorySection {

    private final DisplayExecutor display;
    private final Services<DirectoryService> directory;
    private final Services<PhoneAction> actions;
    private final Services<Interaction> interaction;
    private final DirectoryPane pane;
    private final ServiceRegistration<DirectoryListener> listener;
    private final ServiceRegistration<BoxCompanion> companion;

    @Inject
    public DirectorySection(Composite parent) {
        display = new DisplayExecutor(parent.getDisplay());
        directory = new Services<>(DirectoryService.class, () -> display.execute(this::directoryChanged));
        actions = new Services<>(PhoneAction.class, () -> display.execute(this::actionsChanged));
        interaction = new Services<>(Interaction.class, () -> {});
        pane = new DirectoryPane(parent, directory, this::inOrder, interaction, display);
        BundleContext context = FrameworkUtil.getBundle(DirectorySection.class).getBundleContext();
        listener = context.registerService(DirectoryListener.class, pane.presenter(), null);
        companion = context.registerService(BoxCompanion.class, new Companion(pane), null);
    }

    @PostConstruct
    void start() {
        pane.handleKeys();
        directoryChanged();
    }

    private void directoryChanged() {
        pane.presenter().contactsChanged();
    }

    private void actionsChanged() {
        pane.actionsChanged();
    }

    private List<PhoneAction> inOrder() {
        return actions.all().stream()
                .sorted(Comparator.comparingInt(PhoneAction::order))
                .toList();
    }

    @PreDestroy
    void close() {
        companion.unregister();
        listener.unregister();
        interaction.close();
        actions.close();
        directory.close();
    }
}
