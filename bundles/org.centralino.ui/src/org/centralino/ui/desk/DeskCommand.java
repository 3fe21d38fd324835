/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.desk;

import java.util.function.BooleanSupplier;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerActivation;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.keys.IBindingService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Joins workbench commands to sections of the desk: their keys work wherever the focus is in the window. Without a
 * workbench nothing is joined. Display thread only.
 */
public final class DeskCommand {

    private static final Logger LOG = LoggerFactory.getLogger(DeskCommand.class);

    private DeskCommand() {}

    /**
     * Handles a command as long as {@code owner} lives.
     *
     * @param enabled asked at each key press; while false the key goes on to whoever else wants it
     */
    public static void handle(Control owner, String commandId, BooleanSupplier enabled, Runnable run) {
        if (!PlatformUI.isWorkbenchRunning()) {
            return;
        }
        IHandlerService handlers = PlatformUI.getWorkbench().getService(IHandlerService.class);
        IHandlerActivation activation = handlers.activateHandler(commandId, new Handler(enabled, run));
        owner.addDisposeListener(event -> handlers.deactivateHandler(activation));
    }

    /** The key of a command as a person reads it; empty when it has none. */
    public static String key(String commandId) {
        if (!PlatformUI.isWorkbenchRunning()) {
            return "";
        }
        String key =
                PlatformUI.getWorkbench().getService(IBindingService.class).getBestActiveBindingFormattedFor(commandId);
        return key == null ? "" : key;
    }

    /** Does what its key would do. */
    public static void run(String commandId) {
        if (!PlatformUI.isWorkbenchRunning()) {
            return;
        }
        try {
            PlatformUI.getWorkbench().getService(IHandlerService.class).executeCommand(commandId, null);
        } catch (CommandException e) {
            LOG.warn("The command {} cannot be done", commandId, e);
        }
    }

    private static final class Handler extends AbstractHandler {

        private final BooleanSupplier enabled;
        private final Runnable run;

        Handler(BooleanSupplier enabled, Runnable run) {
            this.enabled = enabled;
            this.run = run;
        }

        @Override
        public boolean isEnabled() {
            return enabled.getAsBoolean();
        }

        @Override
        @NonNullByDefault({})
        public @Nullable Object execute(ExecutionEvent event) {
            run.run();
            return null;
        }
    }
}
