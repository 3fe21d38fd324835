/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.internal;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import org.centralino.ui.desk.Desk;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.core.services.contributions.IContributionFactory;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.contexts.IContextActivation;
import org.eclipse.ui.contexts.IContextService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The column at the left: makes each contributed section, and goes on without one that cannot be made. */
public class DeskView {

    private static final Logger LOG = LoggerFactory.getLogger(DeskView.class);
    private static final String KEYS = "org.centralino.ui.desk.keys";

    private final IEclipseContext context;
    private final IContributionFactory factory;
    private final IExtensionRegistry registry;
    private final IContextService contexts;
    private final IContextActivation keys;

    @Inject
    public DeskView(IEclipseContext context, IContributionFactory factory, IExtensionRegistry registry) {
        this.context = context;
        this.factory = factory;
        this.registry = registry;
        contexts = PlatformUI.getWorkbench().getService(IContextService.class);
        keys = contexts.activateContext(KEYS);
    }

    @PostConstruct
    void create(Composite parent) {
        Desk desk = new Desk(parent);
        for (DeskSection section : DeskSection.read(registry)) {
            Composite place = desk.addSection();
            IEclipseContext own = context.createChild(section.id());
            own.set(Composite.class, place);
            place.addDisposeListener(event -> own.dispose());
            try {
                if (factory.create(section.uri(), own) == null) {
                    throw new IllegalStateException("no object came of " + section.uri());
                }
            } catch (RuntimeException | LinkageError e) {
                LOG.error("Section {} of the desk is left out", section.id(), e);
                place.dispose();
            }
        }
    }

    @PreDestroy
    void close() {
        contexts.deactivateContext(keys);
    }
}
