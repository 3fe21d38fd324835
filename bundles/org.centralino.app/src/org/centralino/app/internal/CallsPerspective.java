/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.app.internal;

import java.util.List;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.views.IViewRegistry;

/** The one perspective: calls and what is needed to make them at the left, who they are with in the middle. */
public final class CallsPerspective implements IPerspectiveFactory {

    static final String ID = "org.centralino.app.calls";
    static final String DESK = "org.centralino.ui.desk";

    /** The stack of the views in the middle. */
    static final String MIDDLE = "org.centralino.app.middle";

    /** What stands in the middle, as far as it is installed. */
    static final List<String> VIEWS = List.of("org.centralino.ui.history", "org.centralino.ui.interaction");

    private static final float LEFT = 0.29f;

    @Override
    @NonNullByDefault({})
    public void createInitialLayout(IPageLayout layout) {
        IViewRegistry known = PlatformUI.getWorkbench().getViewRegistry();
        List<String> middle =
                VIEWS.stream().filter(view -> known.find(view) != null).toList();
        layout.setEditorAreaVisible(false);
        layout.setFixed(true);
        layout.addStandaloneView(DESK, false, IPageLayout.LEFT, middle.isEmpty() ? 1 : LEFT, layout.getEditorArea());
        if (middle.isEmpty()) {
            return;
        }
        IFolderLayout folder = layout.createFolder(MIDDLE, IPageLayout.RIGHT, LEFT, DESK);
        for (String view : middle) {
            folder.addView(view);
            layout.getViewLayout(view).setCloseable(false);
            layout.getViewLayout(view).setMoveable(false);
        }
    }
}
