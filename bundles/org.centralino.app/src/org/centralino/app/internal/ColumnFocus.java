/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.app.internal;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.centralino.telephony.Call;
import org.centralino.telephony.CallListener;
import org.centralino.ui.desk.DeskCommand;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.commands.IExecutionListener;
import org.eclipse.core.commands.NotHandledException;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.workbench.IPresentationEngine;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IWorkbenchPartReference;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.commands.ICommandService;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;

/**
 * Lets the column that has the keyboard be the one that is seen where only one has room, and Escape lead from the middle back to
 * the box. A call that was
 * dialled or answered brings the desk back, whose strip it is in; one that rings leaves the keyboard where it is.
 */
final class ColumnFocus implements IPartListener2, IExecutionListener, CallListener {

    private static final String BOX = "org.centralino.ui.dialer.focus";

    private final IWorkbenchWindow window;
    private final Columns columns;
    private final Display display;
    private final Set<String> begun = ConcurrentHashMap.newKeySet();

    ColumnFocus(IWorkbenchWindow window, Columns columns) {
        this.window = window;
        this.columns = columns;
        display = window.getShell().getDisplay();
    }

    /** Works from now on until the window is gone. */
    void install() {
        window.getPartService().addPartListener(this);
        window.getService(ICommandService.class).addExecutionListener(this);
        ServiceRegistration<CallListener> calls = FrameworkUtil.getBundle(ColumnFocus.class)
                .getBundleContext()
                .registerService(CallListener.class, this, null);
        window.getShell().addListener(SWT.Dispose, event -> calls.unregister());
        CTabFolder folder = columns.folder();
        if (folder != null) {
            folder.addListener(SWT.Traverse, event -> {
                if (event.detail == SWT.TRAVERSE_ESCAPE) {
                    event.doit = false;
                    display.asyncExec(() -> DeskCommand.run(BOX));
                }
            });
        }
    }

    @Override
    @NonNullByDefault({})
    public void partActivated(IWorkbenchPartReference part) {
        if (columns.showMiddle(CallsPerspective.VIEWS.contains(part.getId()))) {
            display.asyncExec(this::focus);
        }
    }

    /** The view was out of sight when it was to take the keyboard. */
    private void focus() {
        CTabFolder folder = columns.folder();
        MPart active = window.getService(EPartService.class).getActivePart();
        if (window.getShell().isDisposed() || folder == null || active == null) {
            return;
        }
        window.getService(IPresentationEngine.class).focusGui(active);
        if (folder.isVisible() && display.getFocusControl() == null) {
            folder.setFocus(); // where the view itself has nothing that takes it
        }
    }

    @Override
    @NonNullByDefault({})
    public void preExecute(String commandId, ExecutionEvent event) {
        if (BOX.equals(commandId)) {
            columns.showMiddle(false);
        }
    }

    @Override
    public void callChanged(Call call) {
        if (call.isEnded()) {
            begun.remove(call.id());
        } else if ((call.outgoing() || call.isActive()) && begun.add(call.id()) && !display.isDisposed()) {
            display.asyncExec(this::showDesk);
        }
    }

    private void showDesk() {
        if (!window.getShell().isDisposed() && columns.showMiddle(false)) {
            DeskCommand.run(BOX); // what had the keyboard is out of sight
        }
    }

    @Override
    @NonNullByDefault({})
    public void notHandled(String commandId, NotHandledException exception) {
        // nothing moves
    }

    @Override
    @NonNullByDefault({})
    public void postExecuteFailure(String commandId, ExecutionException exception) {
        // nothing moves
    }

    @Override
    @NonNullByDefault({})
    public void postExecuteSuccess(String commandId, Object returnValue) {
        // nothing moves
    }
}
