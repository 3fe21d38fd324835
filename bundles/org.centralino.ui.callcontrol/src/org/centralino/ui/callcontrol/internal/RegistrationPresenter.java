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

/** Says whether the account that dials can be reached, and since when; where it can, whether another one wants a password. */
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
        Map.Entry<String, Registration> shown = null;
        for (Map.Entry<String, Registration> each : all.entrySet()) {
            shown = shown == null || isForUser(each.getValue()) && isGood(shown.getValue()) ? each : shown;
        }
        if (shown != null) {
            view.accept(describe(shown.getKey(), shown.getValue()));
            return;
        }
        view.accept(new RegistrationView(RegistrationView.Kind.NO_ACCOUNT, Messages.notSignedIn, ""));
    }

    @Override
    public void registrationChanged(String address, Registration registration) {
        display.execute(this::start);
    }

    private static boolean isGood(Registration registration) {
        return registration instanceof Registration.Registered;
    }

    /** Whether only the user can help. */
    private static boolean isForUser(Registration registration) {
        return registration instanceof Registration.NotRegistered not
                && not.password() != Registration.NotRegistered.Password.NOT_TO_BLAME;
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
            case Registration.NotRegistered not
            when isForUser(not) ->
                new RegistrationView(
                        RegistrationView.Kind.NOT_REGISTERED,
                        NLS.bind(
                                not.password() == Registration.NotRegistered.Password.MISSING
                                        ? Messages.passwordMissing
                                        : Messages.passwordRefused,
                                user),
                        NLS.bind(Messages.passwordDetail, not.reason()),
                        address);
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
