/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.interaction.internal;

import java.util.function.Consumer;
import org.centralino.directory.ContactId;
import org.centralino.ui.LiveService;
import org.centralino.ui.contact.Interaction;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings the view of a contact up, opening it where it was closed or never opened, and hands the contact to it. */
@Component
public final class InteractionService implements Interaction {

    private static final Logger LOG = LoggerFactory.getLogger(InteractionService.class);

    private final LiveService<ContactSite> site;

    @Activate
    public InteractionService() {
        site = new LiveService<>(ContactSite.class, InteractionService.class);
    }

    @Override
    public void open(ContactId contact, boolean focus) {
        with(focus, view -> view.open(contact, focus));
    }

    @Override
    public void create(String number) {
        with(true, view -> view.create(number));
    }

    @Deactivate
    void close() {
        site.close();
    }

    private void with(boolean focus, Consumer<ContactSite> run) {
        IWorkbenchPage page = page();
        if (page != null) {
            try {
                int how = focus ? IWorkbenchPage.VIEW_ACTIVATE : IWorkbenchPage.VIEW_VISIBLE;
                page.showView(InteractionView.ID, null, how);
            } catch (PartInitException e) {
                LOG.error("The view of a contact cannot be opened", e);
            }
        }
        ContactSite view = site.get();
        if (view != null) {
            run.accept(view);
        }
    }

    private static @Nullable IWorkbenchPage page() {
        if (!PlatformUI.isWorkbenchRunning()) {
            return null;
        }
        IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        if (window == null) {
            // another program, or a dialog, is in front
            IWorkbenchWindow[] all = PlatformUI.getWorkbench().getWorkbenchWindows();
            window = all.length == 0 ? null : all[0];
        }
        return window == null ? null : window.getActivePage();
    }
}
