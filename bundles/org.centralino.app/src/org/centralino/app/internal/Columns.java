/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.app.internal;

import org.eclipse.e4.ui.model.application.ui.MElementContainer;
import org.eclipse.e4.ui.model.application.ui.MUIElement;
import org.eclipse.e4.ui.model.application.ui.basic.MWindow;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchWindow;

/**
 * The desk at the left, as wide as the user left it, and the stack beside it with the rest. A window too narrow for both shows
 * one of them. Display thread only.
 */
final class Columns {

    /** A window narrower than this has room for one column. */
    static final int BOTH = 900;

    /** How wide the desk is until somebody moves the sash. */
    static final int DESK = 372;

    private static final int LEAST_DESK = 320;
    private static final int LEAST_MIDDLE = 400;
    private static final int SASH = 4;

    private final Shell shell;
    private final MUIElement desk;
    private final MUIElement middle;
    private int width;
    private boolean placed;
    private boolean middleFirst;

    private Columns(Shell shell, MUIElement desk, MUIElement middle, int width) {
        this.shell = shell;
        this.desk = desk;
        this.middle = middle;
        this.width = width;
    }

    /**
     * The columns of a window; null where there is only one.
     *
     * @param width of the desk
     */
    static @Nullable Columns of(IWorkbenchWindow window, int width) {
        MWindow model = window.getService(MWindow.class);
        EModelService models = window.getService(EModelService.class);
        MUIElement middle = models.find(CallsPerspective.MIDDLE, model);
        MElementContainer<?> both = middle == null ? null : middle.getParent();
        if (both == null || middle == null) {
            return null;
        }
        for (Object sibling : both.getChildren()) {
            if (sibling instanceof MUIElement desk && desk != middle) {
                return new Columns(window.getShell(), desk, middle, width);
            }
        }
        return null;
    }

    /** The stack in the middle; null while it has no widget. */
    @Nullable
    CTabFolder folder() {
        return middle.getWidget() instanceof CTabFolder folder ? folder : null;
    }

    /** How wide the desk is where both have room. */
    int width() {
        return placed ? weight(desk, width) : width;
    }

    /** Shows what the window has room for, and keeps the desk as wide as it was. */
    void fit() {
        int room = shell.getClientArea().width - SASH;
        if (room <= 0) {
            return;
        }
        boolean narrow = isNarrow();
        desk.setVisible(!narrow || !middleFirst);
        middle.setVisible(!narrow || middleFirst);
        if (!narrow) {
            width = width();
            placed = true;
            int left = Math.max(LEAST_DESK, Math.min(width, room - LEAST_MIDDLE));
            desk.setContainerData(String.valueOf(left));
            middle.setContainerData(String.valueOf(room - left));
        }
    }

    /** Which of the two is shown where one has to do; true when it is another one than before. */
    boolean showMiddle(boolean first) {
        if (first == middleFirst) {
            return false;
        }
        middleFirst = first;
        fit();
        return isNarrow();
    }

    private boolean isNarrow() {
        return shell.getSize().x < BOTH;
    }

    private static int weight(MUIElement element, int otherwise) {
        try {
            return Integer.parseInt(element.getContainerData());
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }
}
