/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.callcontrol.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.centralino.telephony.Account;
import org.centralino.telephony.AccountService;
import org.centralino.telephony.Registration;
import org.centralino.telephony.Registration.NotRegistered;
import org.eclipse.osgi.util.NLS;
import org.junit.jupiter.api.Test;

class RegistrationPresenterTest {

    private static final Instant TEN = Instant.parse("2026-11-23T10:42:00Z");
    private static final String ANNA = "sip:anna@example.test";

    private final Map<String, Registration> registrations = new LinkedHashMap<>();
    private final AccountService accounts = new AccountService() {
        @Override
        public void use(List<Account> all) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Map<String, Registration> registrations() {
            return registrations;
        }
    };
    private RegistrationView view = new RegistrationView(RegistrationView.Kind.REGISTERED, "", "");
    private final RegistrationPresenter presenter =
            new RegistrationPresenter(() -> accounts, Runnable::run, ZoneOffset.UTC, now -> view = now);

    @Test
    void without_an_account_nobody_is_signed_in() {
        presenter.start();

        assertThat(view.kind()).isEqualTo(RegistrationView.Kind.NO_ACCOUNT);
        assertThat(view.text()).isEqualTo(Messages.notSignedIn);
    }

    @Test
    void without_the_service_nobody_is_signed_in_either() {
        new RegistrationPresenter(() -> null, Runnable::run, ZoneOffset.UTC, now -> view = now).start();

        assertThat(view.kind()).isEqualTo(RegistrationView.Kind.NO_ACCOUNT);
    }

    @Test
    void a_registered_account_says_as_whom_and_when_that_was_last_proven() {
        told(new Registration.Registered(TEN, TEN.plusSeconds(125)));

        assertThat(view.kind()).isEqualTo(RegistrationView.Kind.REGISTERED);
        assertThat(view.text()).isEqualTo(NLS.bind(Messages.registered, "anna@example.test"));
        assertThat(view.detail()).contains("10:42:00", "10:44:05");
    }

    @Test
    void one_that_is_not_says_why_since_when_and_that_it_is_tried_again() {
        told(new Registration.NotRegistered("403 Forbidden", TEN, true));

        assertThat(view.kind()).isEqualTo(RegistrationView.Kind.NOT_REGISTERED);
        assertThat(view.text()).isEqualTo(NLS.bind(Messages.notRegistered, "403 Forbidden"));
        assertThat(view.detail()).contains("10:42:00", Messages.retrying);
    }

    @Test
    void of_several_accounts_the_first_one_counts() {
        registrations.put("sip:first@example.test", new Registration.Registering());

        told(new Registration.Registered(TEN, TEN));

        assertThat(view.text()).isEqualTo(Messages.registering);
    }

    @Test
    void one_that_wants_a_password_says_so_and_which_one_to_ask_for() {
        told(new NotRegistered("No password", TEN, false, NotRegistered.Password.MISSING));
        assertThat(view.text()).isEqualTo(NLS.bind(Messages.passwordMissing, "anna@example.test"));
        assertThat(view.passwordOf()).isEqualTo(ANNA);

        told(new NotRegistered("401", TEN, false, NotRegistered.Password.REFUSED));
        assertThat(view.text()).isEqualTo(NLS.bind(Messages.passwordRefused, "anna@example.test"));
        assertThat(view.passwordOf()).isEqualTo(ANNA);
    }

    @Test
    void another_account_that_wants_a_password_is_shown_where_the_first_one_is_well() {
        NotRegistered without = new NotRegistered("No password", TEN, false, NotRegistered.Password.MISSING);
        registrations.put("sip:first@example.test", new Registration.Registered(TEN, TEN));
        told(without);
        assertThat(view.passwordOf()).isEqualTo(ANNA);

        registrations.put("sip:first@example.test", new NotRegistered("No answer", TEN, true));
        told(without);
        assertThat(view.passwordOf()).isEmpty();
    }

    private void told(Registration registration) {
        registrations.put(ANNA, registration);
        presenter.registrationChanged(ANNA, registration);
    }
}
