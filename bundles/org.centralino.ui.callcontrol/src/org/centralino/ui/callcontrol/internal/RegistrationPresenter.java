/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.callcontrol.internal;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.centralino.telephony.AccountService;
import org.centralino.telephony.Registration;
import org.centralino.telephony.RegistrationListener;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;

/** Says whether the account that dials can be reached, and since when. */
final class RegistrationPresenter implements RegistrationListener {

    private final Supplier<@Nullable AccountService> service;
    private final Executor display;
    private final DateTimeFormatter time;
    private final Consumer<RegistrationView> view;

    RegistrationPresenter(
            Supplier<@Nullable AccountService> service,
            Executor display,
            ZoneId zone,
            Consumer<RegistrationView> view) {
        this.service = service;
        this.display = display;
        this.view = view;
        time = DateTimeFormatter.ofLocalizedTime(FormatStyle.MEDIUM).withZone(zone);
    }

    /** Shows how it stands now. */
    void start() {
        AccountService accounts = service.get();
        Map<String, Registration> all = accounts == null ? Map.of() : accounts.registrations();
        for (Map.Entry<String, Registration> first : all.entrySet()) {
            view.accept(describe(first.getKey(), first.getValue()));
            return;
        }
        view.accept(new RegistrationView(RegistrationView.Kind.NO_ACCOUNT, Messages.notSignedIn, ""));
    }

    @Override
    public void registrationChanged(String address, Registration registration) {
        display.execute(this::start);
    }

    private RegistrationView describe(String address, Registration registration) {
        String user = address.substring(address.indexOf(':') + 1);
        return switch (registration) {
            case Registration.Registering registering ->
                new RegistrationView(RegistrationView.Kind.REGISTERING, Messages.registering, user);
            case Registration.Registered registered ->
                new RegistrationView(
                        RegistrationView.Kind.REGISTERED,
                        NLS.bind(Messages.registered, user),
                        NLS.bind(Messages.registeredDetail, at(registered.since()), at(registered.proven())));
            case Registration.NotRegistered not ->
                new RegistrationView(
                        RegistrationView.Kind.NOT_REGISTERED,
                        NLS.bind(Messages.notRegistered, not.reason()),
                        NLS.bind(Messages.notRegisteredDetail, at(not.since()))
                                + (not.retrying() ? ". " + Messages.retrying : ""));
        };
    }

    private String at(Instant instant) {
        return time.format(instant);
    }
}
