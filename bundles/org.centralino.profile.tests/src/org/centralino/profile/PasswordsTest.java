/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.centralino.profile.PasswordPrompt.Answer;
import org.centralino.profile.PasswordPrompt.Question;
import org.centralino.profile.PasswordPrompt.Why;
import org.centralino.secrets.Secrets;
import org.centralino.telephony.Account;
import org.centralino.telephony.AccountService;
import org.centralino.telephony.Registration;
import org.centralino.telephony.Registration.NotRegistered;
import org.centralino.telephony.Registration.Registered;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.Test;

class PasswordsTest {

    private static final String ANNA = "sip:anna@example.test";
    private static final Account WITHOUT = new Account(
            ANNA,
            "sip:127.0.0.1:5060",
            null,
            null,
            null,
            null,
            Account.Srtp.OFF,
            Account.Dtmf.RFC4733,
            List.of(),
            "IT");

    private final Exchange exchange = new Exchange();
    private final Store store = new Store();
    private final User user = new User();
    private final Passwords passwords = new Passwords(exchange, () -> store, user, Runnable::run);

    /** Remembers which accounts were in use. */
    private static final class Exchange implements AccountService {
        final List<List<Account>> used = new ArrayList<>();

        @Override
        public void use(List<Account> accounts) {
            used.add(accounts);
        }

        @Override
        public Map<String, Registration> registrations() {
            return Map.of();
        }

        @Nullable
        String password() {
            return used.getLast().getFirst().password();
        }
    }

    private static final class Store implements Secrets {
        final Map<String, String> kept = new HashMap<>();
        boolean broken;

        @Override
        public CompletableFuture<@Nullable String> get(String owner, String purpose) {
            return done(kept.getOrDefault(owner, ""));
        }

        @Override
        public CompletableFuture<@Nullable Void> put(String owner, String purpose, String secret) {
            if (!broken) {
                kept.put(owner, secret);
            }
            return done("").thenApply(nothing -> null);
        }

        @Override
        public CompletableFuture<@Nullable Void> remove(String owner, String purpose) {
            kept.remove(owner);
            return done("").thenApply(nothing -> null);
        }

        private CompletableFuture<@Nullable String> done(String value) {
            return broken
                    ? CompletableFuture.failedFuture(new IOException("locked"))
                    : CompletableFuture.completedFuture(value.isEmpty() ? null : value);
        }
    }

    /** Somebody who answers when the test says so. */
    private static final class User implements PasswordPrompt {
        final List<Question> asked = new ArrayList<>();
        final List<String> told = new ArrayList<>();
        final List<String> hurried = new ArrayList<>();

        @Nullable
        Consumer<@Nullable Answer> open;

        @Override
        public void ask(Question question, Consumer<@Nullable Answer> then) {
            assertThat(open).as("a dialog that is open").isNull();
            asked.add(question);
            open = then;
        }

        @Override
        public void hurry(String address) {
            hurried.add(address);
        }

        @Override
        public void notKept(String address, String reason) {
            told.add(reason);
        }

        void types(String password, boolean remember) {
            answers(new Answer(password, remember));
        }

        void answers(@Nullable Answer answer) {
            Consumer<@Nullable Answer> then = Objects.requireNonNull(open);
            open = null;
            then.accept(answer);
        }

        List<Why> reasons() {
            return asked.stream().map(Question::why).toList();
        }
    }

    private void accepted() {
        passwords.registrationChanged(ANNA, new Registered(Instant.EPOCH, Instant.EPOCH));
    }

    private void refused() {
        passwords.registrationChanged(
                ANNA, new NotRegistered("401", Instant.EPOCH, false, NotRegistered.Password.REFUSED));
    }

    @Test
    void a_password_of_the_profile_is_used_and_neither_kept_nor_asked_for() {
        passwords.use(List.of(WITHOUT.withPassword("of the profile")));
        accepted();
        refused();

        assertThat(exchange.password()).isEqualTo("of the profile");
        assertThat(store.kept).isEmpty();
        assertThat(user.asked).isEmpty();
        assertThat(passwords.ask(ANNA)).isFalse();
    }

    @Test
    void one_that_is_kept_is_used_without_a_question() {
        store.kept.put(ANNA, "kept");

        passwords.use(List.of(WITHOUT));

        assertThat(exchange.used).hasSize(1);
        assertThat(exchange.password()).isEqualTo("kept");
        assertThat(user.asked).isEmpty();
    }

    @Test
    void where_there_is_none_the_user_is_asked_and_meanwhile_the_account_waits() {
        passwords.use(List.of(WITHOUT));

        assertThat(user.asked).containsExactly(new Question(ANNA, "sip:127.0.0.1:5060", Why.MISSING));
        assertThat(exchange.password()).isNull();
        user.types("typed", true);
        assertThat(exchange.password()).isEqualTo("typed");
    }

    @Test
    void what_is_typed_is_kept_only_when_the_exchange_has_taken_it() {
        passwords.use(List.of(WITHOUT));
        user.types("typed", true);

        assertThat(store.kept).isEmpty();
        accepted();
        assertThat(store.kept).containsEntry(ANNA, "typed");
    }

    @Test
    void what_is_not_to_be_remembered_is_not_kept_and_takes_away_what_was() {
        store.kept.put(ANNA, "old");
        passwords.use(List.of(WITHOUT));
        refused();

        user.types("typed", false);
        accepted();

        assertThat(store.kept).isEmpty();
    }

    @Test
    void a_password_that_is_refused_is_asked_for_again_and_once_only_while_the_dialog_is_open() {
        store.kept.put(ANNA, "old");
        passwords.use(List.of(WITHOUT));

        refused();
        refused();

        assertThat(user.reasons()).containsExactly(Why.REFUSED);
        user.types("wrong too", true);
        refused();
        assertThat(user.reasons()).containsExactly(Why.REFUSED, Why.REFUSED);
        assertThat(store.kept).as("a password that worked once").containsEntry(ANNA, "old");
    }

    @Test
    void the_same_password_typed_again_is_tried_again() {
        passwords.use(List.of(WITHOUT));
        user.types("typed", true);
        refused();
        int before = exchange.used.size();

        user.types("typed", true);

        assertThat(exchange.used.subList(before, exchange.used.size()))
                .extracting(accounts -> accounts.getFirst().password())
                .containsExactly(null, "typed");
    }

    @Test
    void who_does_not_want_to_say_is_not_asked_again_until_they_ask_for_it() {
        passwords.use(List.of(WITHOUT));
        user.answers(null);
        refused();
        assertThat(user.asked).hasSize(1);

        assertThat(passwords.ask(ANNA)).isTrue();

        assertThat(user.asked).hasSize(2);
        assertThat(user.hurried).containsExactly(ANNA);
    }

    @Test
    void a_store_that_cannot_be_read_is_told_and_does_not_stop_signing_in() {
        store.broken = true;
        passwords.use(List.of(WITHOUT));

        assertThat(user.reasons()).containsExactly(Why.UNREADABLE);
        user.types("typed", true);
        accepted();

        assertThat(exchange.password()).isEqualTo("typed");
        assertThat(user.told).containsExactly("locked");
    }

    @Test
    void without_a_store_it_is_asked_for_and_told_that_it_is_not_kept() {
        Passwords poor = new Passwords(exchange, () -> null, user, Runnable::run);
        poor.use(List.of(WITHOUT));
        user.types("typed", true);
        poor.registrationChanged(ANNA, new Registered(Instant.EPOCH, Instant.EPOCH));

        assertThat(user.reasons()).containsExactly(Why.MISSING);
        assertThat(user.told).hasSize(1);
    }

    @Test
    void an_answer_that_comes_after_another_profile_is_in_use_counts_for_nothing() {
        passwords.use(List.of(WITHOUT));
        passwords.use(List.of());
        int before = exchange.used.size();

        user.types("typed", true);

        assertThat(exchange.used).hasSize(before);
    }

    @Test
    void no_account_nor_answer_shows_its_password_in_a_log() {
        assertThat(WITHOUT.withPassword("hush").toString()).doesNotContain("hush");
        assertThat(new Answer("hush", true).toString()).doesNotContain("hush");
    }
}
