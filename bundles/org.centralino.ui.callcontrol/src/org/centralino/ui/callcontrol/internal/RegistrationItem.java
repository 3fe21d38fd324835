/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.callcontrol.internal;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import java.time.ZoneId;
import org.centralino.profile.PasswordService;
import org.centralino.telephony.AccountService;
import org.centralino.telephony.RegistrationListener;
import org.centralino.ui.Announcement;
import org.centralino.ui.DisplayExecutor;
import org.centralino.ui.Icon;
import org.centralino.ui.LiveService;
import org.centralino.ui.Token;
import org.centralino.ui.widgets.BarButton;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.ToolTip;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;

/** The first item of the status bar: registered or not; a press tells since when, or asks for a password that is wanted. */
public final class RegistrationItem {

    private final LiveService<AccountService> service = new LiveService<>(AccountService.class, RegistrationItem.class);
    private final LiveService<PasswordService> passwords =
            new LiveService<>(PasswordService.class, RegistrationItem.class);
    private final BarButton button;
    private final RegistrationPresenter presenter;
    private final ServiceRegistration<RegistrationListener> listener;
    private String detail = "";
    private String passwordOf = "";

    @Inject
    public RegistrationItem(Composite parent) {
        button = new BarButton(parent);
        button.onPress(this::press);
        presenter = new RegistrationPresenter(
                service, new DisplayExecutor(parent.getDisplay()), ZoneId.systemDefault(), this::show);
        listener = FrameworkUtil.getBundle(RegistrationItem.class)
                .getBundleContext()
                .registerService(RegistrationListener.class, presenter, null);
    }

    @PostConstruct
    void start() {
        presenter.start();
    }

    private void show(RegistrationView view) {
        if (button.isDisposed()) {
            return;
        }
        detail = view.detail();
        passwordOf = view.passwordOf();
        Token ink = switch (view.kind()) {
            case REGISTERED -> Token.FREE;
            case NOT_REGISTERED -> Token.BUSY;
            case REGISTERING, NO_ACCOUNT -> Token.DIM;
        };
        Icon icon = switch (view.kind()) {
            case REGISTERED -> Icon.DOT_FREE;
            case NOT_REGISTERED -> Icon.DOT_BUSY;
            case REGISTERING -> Icon.DOT_RINGING;
            case NO_ACCOUNT -> Icon.DOT_OFF;
        };
        if (button.setFace(icon.url(), ink, view.text(), view.detail())) {
            button.getParent().getParent().layout(true, true);
            Announcement.say(button, view.text());
        }
    }

    private void press() {
        PasswordService service = passwords.get();
        if (passwordOf.isEmpty() || service == null || !service.ask(passwordOf)) {
            tell();
        }
    }

    private void tell() {
        ToolTip tip = new ToolTip(button.getShell(), SWT.BALLOON);
        tip.setText(button.accessibleName());
        tip.setMessage(detail);
        tip.setLocation(button.toDisplay(12, 0));
        tip.setAutoHide(true);
        tip.setVisible(true);
        button.addDisposeListener(event -> tip.dispose());
    }

    @PreDestroy
    void close() {
        listener.unregister();
        service.close();
        passwords.close();
    }
}
