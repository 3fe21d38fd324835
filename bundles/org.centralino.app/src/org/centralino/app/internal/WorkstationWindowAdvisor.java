/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.app.internal;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;

/** The window's size, title, bars and columns. */
final class WorkstationWindowAdvisor extends WorkbenchWindowAdvisor {

    private static final Point INITIAL_SIZE = new Point(1280, 800);

    private final WindowMemory memory = new WindowMemory();
    private @Nullable Columns columns;

    WorkstationWindowAdvisor(IWorkbenchWindowConfigurer configurer) {
        super(configurer);
    }

    @Override
    public void preWindowOpen() {
        IWorkbenchWindowConfigurer window = getWindowConfigurer();
        window.setInitialSize(INITIAL_SIZE);
        window.setTitle("Centralino");
        window.setShowMenuBar(false);
        window.setShowCoolBar(false);
        window.setShowPerspectiveBar(false);
        window.setShowStatusLine(false);
        window.setShowProgressIndicator(false);
    }

    @Override
    public void postWindowCreate() {
        IWorkbenchWindow window = getWindowConfigurer().getWindow();
        Shell shell = window.getShell();
        memory.restore(shell);
        Columns both = Columns.of(window, memory.deskWidth());
        columns = both;
        if (both != null) {
            shell.addListener(SWT.Resize, event -> both.fit());
            both.fit();
        }
        shell.addListener(SWT.Dispose, event -> memory.keep(both == null ? memory.deskWidth() : both.width()));
    }

    @Override
    public void postWindowOpen() {
        Columns both = columns;
        if (both == null) {
            return;
        }
        CTabFolder folder = both.folder();
        if (folder != null) {
            ViewTabs.give(folder);
        }
        new ColumnFocus(getWindowConfigurer().getWindow(), both).install();
        both.fit();
    }
}
