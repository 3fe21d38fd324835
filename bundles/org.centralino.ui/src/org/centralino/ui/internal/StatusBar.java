/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.internal;

import java.util.List;
import org.eclipse.e4.ui.model.application.ui.SideValue;
import org.eclipse.e4.ui.model.application.ui.basic.MTrimBar;
import org.eclipse.e4.ui.model.application.ui.basic.MTrimmedWindow;
import org.eclipse.e4.ui.model.application.ui.basic.MWindow;
import org.eclipse.e4.ui.model.application.ui.menu.MToolControl;
import org.eclipse.e4.ui.workbench.modeling.EModelService;

/** Puts our status bar into the bottom trim of the window, once. */
final class StatusBar {

    /**
     * The place of the workbench's own status line, which then is not made: nothing here would fill it, and the button of
     * its progress bar has no name.
     */
    private static final String ID = "org.eclipse.ui.StatusLine";

    private static final String CLASS = "bundleclass://org.centralino.ui/" + StatusItems.class.getName();

    private final MWindow window;
    private final EModelService models;

    StatusBar(MWindow window, EModelService models) {
        this.window = window;
        this.models = models;
    }

    void install() {
        if (!(window instanceof MTrimmedWindow trimmed) || isIn(trimmed)) {
            return;
        }
        MTrimBar bottom = models.getTrim(trimmed, SideValue.BOTTOM);
        MToolControl control = models.createModelElement(MToolControl.class);
        control.setElementId(ID);
        control.setContributionURI(CLASS);
        control.getTags().addAll(List.of("stretch", "NoMove"));
        bottom.setToBeRendered(true);
        bottom.setVisible(true);
        bottom.getChildren().add(control);
    }

    private static boolean isIn(MTrimmedWindow trimmed) {
        return trimmed.getTrimBars().stream()
                .flatMap(bar -> bar.getChildren().stream())
                .anyMatch(element -> ID.equals(element.getElementId()));
    }
}
