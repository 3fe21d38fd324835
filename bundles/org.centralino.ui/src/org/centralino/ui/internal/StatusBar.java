/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.internal;

import java.util.List;
import org.eclipse.e4.ui.model.application.ui.SideValue;
import org.eclipse.e4.ui.model.application.ui.basic.MTrimBar;
import org.eclipse.e4.ui.model.application.ui.basic.MTrimElement;
import org.eclipse.e4.ui.model.application.ui.basic.MTrimmedWindow;
import org.eclipse.e4.ui.model.application.ui.basic.MWindow;
import org.eclipse.e4.ui.model.application.ui.menu.MToolControl;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.swt.widgets.Display;

/** Puts our status bar into the bottom trim of the window, once. */
final class StatusBar {

    private static final String ID = "org.centralino.ui.statusbar";

    /** The workbench's own status line and progress bar: nothing here fills them, and their button has no name. */
    private static final String WORKBENCH = "org.eclipse.ui.";

    private static final String CLASS = "bundleclass://org.centralino.ui/" + StatusItems.class.getName();

    private final MWindow window;
    private final EModelService models;

    StatusBar(MWindow window, EModelService models) {
        this.window = window;
        this.models = models;
    }

    /** Does it as soon as the window stands: while it opens, the workbench is still making what is taken away here. */
    void install(Display display) {
        display.asyncExec(() -> {
            if (!display.isDisposed()) {
                install();
            }
        });
    }

    private void install() {
        if (window instanceof MTrimmedWindow trimmed) {
            MTrimBar bottom = models.getTrim(trimmed, SideValue.BOTTOM);
            List<MTrimElement> others = bottom.getChildren().stream()
                    .filter(element -> String.valueOf(element.getElementId()).startsWith(WORKBENCH))
                    .toList();
            others.forEach(element -> element.setToBeRendered(false));
            bottom.getChildren().removeAll(others);
            if (bottom.getChildren().stream().noneMatch(element -> ID.equals(element.getElementId()))) {
                add(bottom);
            }
            bottom.setToBeRendered(true);
            bottom.setVisible(true);
        }
    }

    private void add(MTrimBar bottom) {
        MToolControl control = models.createModelElement(MToolControl.class);
        control.setElementId(ID);
        control.setContributionURI(CLASS);
        control.getTags().addAll(List.of("stretch", "NoMove"));
        bottom.getChildren().add(control);
    }
}
