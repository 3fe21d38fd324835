/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.app.internal;

import org.centralino.telephony.CallService;
import org.centralino.ui.AccessibleTree;
import org.centralino.ui.LiveService;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.startlevel.FrameworkStartLevel;

/** The application {@code org.centralino.app.workstation}: one window for one operator. */
public final class Workstation implements IApplication {

    /** The start level of what makes calls: it is started beside the window, not before it. */
    private static final int TELEPHONY = 7;

    @Override
    @NonNullByDefault({})
    public Object start(IApplicationContext context) {
        String[] arguments = (String[]) context.getArguments().get(IApplicationContext.APPLICATION_ARGS);
        BundleContext bundles = FrameworkUtil.getBundle(Workstation.class).getBundleContext();
        bundles.getBundle(0).adapt(FrameworkStartLevel.class).setStartLevel(TELEPHONY);
        LiveService<CallService> calls = new LiveService<>(CallService.class, Workstation.class);
        PasswordPrompts prompts = new PasswordPrompts(calls);
        SignIn signIn = new SignIn(bundles, prompts);
        WorkstationAdvisor advisor = new WorkstationAdvisor(signIn, prompts);
        advisor.signIn(CommandLine.parse(arguments));
        Display display = PlatformUI.createDisplay();
        AccessibleTree.guard(display);
        try {
            int code = PlatformUI.createAndRunWorkbench(display, advisor);
            return code == PlatformUI.RETURN_RESTART ? EXIT_RESTART : EXIT_OK;
        } finally {
            signIn.stop();
            calls.close();
            display.dispose();
        }
    }

    @Override
    public void stop() {
        if (PlatformUI.isWorkbenchRunning()) {
            Display display = PlatformUI.getWorkbench().getDisplay();
            display.syncExec(() -> PlatformUI.getWorkbench().close());
        }
    }
}
