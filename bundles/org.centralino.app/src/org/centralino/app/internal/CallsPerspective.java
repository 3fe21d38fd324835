/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.app.internal;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;

/** The one perspective: calls and what is needed to make them. */
public final class CallsPerspective implements IPerspectiveFactory {

    static final String ID = "org.centralino.app.calls";
    private static final String DESK = "org.centralino.ui.desk";

    @Override
    @NonNullByDefault({})
    public void createInitialLayout(IPageLayout layout) {
        layout.setEditorAreaVisible(false);
        layout.setFixed(true);
        layout.addStandaloneView(DESK, false, IPageLayout.LEFT, 1f, layout.getEditorArea());
    }
}
