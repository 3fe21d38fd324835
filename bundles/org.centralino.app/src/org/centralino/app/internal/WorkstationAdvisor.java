/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.app.internal;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.centralino.profile.Profile;
import org.centralino.profile.Profile.User;
import org.eclipse.e4.core.contexts.ContextInjectionFactory;
import org.eclipse.e4.ui.model.application.MAddon;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchAdvisor;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;

/** Opens the calls perspective in a window without menu, toolbar and tabs, and signs in meanwhile. */
final class WorkstationAdvisor extends WorkbenchAdvisor {

    private final SignIn signIn;
    private final PasswordPrompts prompts;
    private final CompletableFuture<Display> opened = new CompletableFuture<>();

    WorkstationAdvisor(SignIn signIn, PasswordPrompts prompts) {
        this.signIn = signIn;
        this.prompts = prompts;
    }

    @Override
    public String getInitialWindowPerspectiveId() {
        return CallsPerspective.ID;
    }

    @Override
    @NonNullByDefault({})
    public WorkbenchWindowAdvisor createWorkbenchWindowAdvisor(IWorkbenchWindowConfigurer configurer) {
        return new WorkstationWindowAdvisor(configurer);
    }

    /**
     * Takes away what would let a double click fill the window with one column, and gives every stack buttons without a name.
     */
    @Override
    public void preStartup() {
        MApplication model = PlatformUI.getWorkbench().getService(MApplication.class);
        List<MAddon> unwanted = model.getAddons().stream()
                .filter(addon -> String.valueOf(addon.getContributionURI()).endsWith(".MinMaxAddon"))
                .toList();
        for (MAddon addon : unwanted) {
            Object installed = addon.getObject();
            if (installed != null) {
                ContextInjectionFactory.uninject(installed, model.getContext());
            }
            model.getAddons().remove(addon);
        }
    }

    @Override
    public void postStartup() {
        opened.complete(PlatformUI.getWorkbench().getDisplay());
        prompts.opened(shell());
    }

    /** Signs in on a thread of its own; what comes of it is shown as soon as there is a window. */
    void signIn(CommandLine from) {
        signIn.start(from, profile -> show(() -> name(profile)), failure -> show(() -> refused(from, failure)));
    }

    private void show(Runnable change) {
        opened.thenAccept(display -> display.asyncExec(change));
    }

    private void refused(CommandLine from, SignIn.Failure failure) {
        String other = ProfileDialog.ask(shell(), failure);
        if (other == null) {
            PlatformUI.getWorkbench().close();
        } else {
            signIn(new CommandLine(from.user(), other));
        }
    }

    private static void name(Profile profile) {
        User user = profile.user();
        if (user != null) {
            shell().setText(user.name() + " – Centralino");
        }
    }

    private static Shell shell() {
        IWorkbenchWindow window = PlatformUI.getWorkbench().getWorkbenchWindows()[0];
        return window.getShell();
    }
}
