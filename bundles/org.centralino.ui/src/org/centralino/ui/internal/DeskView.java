/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.internal;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import org.centralino.ui.desk.Desk;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.model.application.ui.basic.MWindow;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.contexts.IContextActivation;
import org.eclipse.ui.contexts.IContextService;

/** The column at the left: the contributed sections, and the keys that belong to them. */
public class DeskView {

    private static final String POINT = "org.centralino.ui.desk";
    private static final String KEYS = "org.centralino.ui.desk.keys";

    private final IContextService contexts = PlatformUI.getWorkbench().getService(IContextService.class);
    private final IContextActivation keys = contexts.activateContext(KEYS);
    private @Nullable Desk desk;

    @Inject
    public DeskView(MWindow window, EModelService models, Display display) {
        new StatusBar(window, models).install(display);
    }

    @PostConstruct
    void create(Composite parent, IEclipseContext context, IExtensionRegistry registry) {
        Desk column = new Desk(parent);
        desk = column;
        new Places(column, registry, POINT, column::addSection, (section, place) -> section.fill(place, context));
    }

    @Focus
    void focus() {
        Desk column = desk;
        if (column != null) {
            column.restoreFocus();
        }
    }

    @PreDestroy
    void close() {
        contexts.deactivateContext(keys);
    }
}
