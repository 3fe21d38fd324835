/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.dialer.internal;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import org.centralino.telephony.AccountService;
import org.centralino.telephony.CallListener;
import org.centralino.telephony.CallService;
import org.centralino.telephony.RegistrationListener;
import org.centralino.ui.DisplayExecutor;
import org.centralino.ui.LiveService;
import org.centralino.ui.contact.PhoneAction;
import org.centralino.ui.desk.DeskCommand;
import org.centralino.ui.dialer.BoxCompanion;
import org.centralino.ui.dialer.BoxPurpose;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.widgets.Composite;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.util.tracker.ServiceTracker;

/** The section of the desk that holds the box: joins services, presenter, keys and widgets. */
public final class DialerSection {

    private final LiveService<CallService> calls = new LiveService<>(CallService.class, DialerSection.class);
    private final LiveService<AccountService> accounts = new LiveService<>(AccountService.class, DialerSection.class);
    private final LiveService<BoxCompanion> companion = new LiveService<>(BoxCompanion.class, DialerSection.class);
    private final Purposes purpose;
    private final ServiceRegistration<CallListener> callListener;
    private final ServiceRegistration<RegistrationListener> registrationListener;
    private final ServiceRegistration<PhoneAction> action;
    private final DialerPresenter presenter;
    private final DialerPane pane;

    @Inject
    public DialerSection(Composite parent) {
        pane = new DialerPane(parent);
        presenter = new DialerPresenter(
                calls, accounts, companion, this::purpose, new DisplayExecutor(parent.getDisplay()), pane);
        BundleContext context = FrameworkUtil.getBundle(DialerSection.class).getBundleContext();
        purpose = new Purposes(context, presenter);
        purpose.open();
        pane.connect(presenter);
        callListener = context.registerService(CallListener.class, presenter, null);
        registrationListener = context.registerService(RegistrationListener.class, presenter, null);
        action = context.registerService(PhoneAction.class, new CallAction(presenter::dial), null);
    }

    private @Nullable BoxPurpose purpose() {
        return purpose.getService();
    }

    @PostConstruct
    void start(Composite parent) {
        DeskCommand.handle(parent, DialerPane.FOCUS, () -> true, () -> pane.takeFocus(true));
        DeskCommand.handle(parent, DialerPane.DIALPAD, () -> true, pane::togglePad);
        parent.getDisplay().asyncExec(() -> pane.takeFocus(true));
    }

    @PreDestroy
    void close() {
        callListener.unregister();
        registrationListener.unregister();
        action.unregister();
        calls.close();
        accounts.close();
        companion.close();
        purpose.close();
    }

    /** Who wants whom the box would call; the box says so as soon as that is another. */
    @NonNullByDefault({})
    private static final class Purposes extends ServiceTracker<BoxPurpose, BoxPurpose> {

        private final DialerPresenter presenter;

        Purposes(BundleContext context, DialerPresenter presenter) {
            super(context, BoxPurpose.class, null);
            this.presenter = presenter;
        }

        @Override
        public BoxPurpose addingService(ServiceReference<BoxPurpose> reference) {
            presenter.purposeChanged();
            return super.addingService(reference);
        }

        @Override
        public void removedService(ServiceReference<BoxPurpose> reference, BoxPurpose service) {
            super.removedService(reference, service);
            presenter.purposeChanged();
        }
    }
}
