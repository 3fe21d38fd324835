/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.profile;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.centralino.profile.PasswordPrompt.Answer;
import org.centralino.profile.PasswordPrompt.Question;
import org.centralino.profile.PasswordPrompt.Why;
import org.centralino.secrets.Secrets;
import org.centralino.telephony.Account;
import org.centralino.telephony.AccountService;
import org.centralino.telephony.Registration;
import org.centralino.telephony.Registration.NotRegistered;
import org.centralino.telephony.RegistrationListener;
import org.eclipse.jdt.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Signs accounts in with the passwords that their profile leaves out: those kept on this computer, or what the user types.
 * What was typed is kept once the exchange has taken it. A password of the profile is used as it is and never kept.
 */
public final class Passwords implements PasswordService, RegistrationListener {

    private static final Logger LOG = LoggerFactory.getLogger(Passwords.class);
    private static final String PURPOSE = "sip";

    private final AccountService accounts;
    private final Supplier<@Nullable Secrets> secrets;
    private final PasswordPrompt prompt;
    private final Executor executor;
    private List<Account> all = List.of();
    private Map<String, Missing> missing = Map.of();
    private volatile Set<String> askable = Set.of();

    /** An account whose password the profile leaves out. */
    private static final class Missing {
        final Account account;

        @Nullable
        String password;
        /** Whether the store has one, or may have. */
        boolean kept;
        /** Whether the user wants the one typed kept. */
        boolean toKeep;

        boolean asking;
        boolean declined;

        Missing(Account account) {
            this.account = account;
        }
    }

    /**
     * @param secrets null where there is no store
     * @param executor runs one task after the other; everything happens there
     */
    public Passwords(
            AccountService accounts, Supplier<@Nullable Secrets> secrets, PasswordPrompt prompt, Executor executor) {
        this.accounts = accounts;
        this.secrets = secrets;
        this.prompt = prompt;
        this.executor = executor;
    }

    /** Makes these the accounts in use, as soon as it is known which passwords are kept. Any thread; returns at once. */
    public void use(List<Account> profile) {
        List<Account> wanted = List.copyOf(profile);
        executor.execute(() -> {
            Map<String, Missing> left = new LinkedHashMap<>();
            wanted.stream()
                    .filter(account -> account.password() == null)
                    .forEach(account -> left.put(account.address(), new Missing(account)));
            all = wanted;
            missing = left;
            askable = Set.copyOf(left.keySet());
            List<CompletableFuture<Why>> lookups = new ArrayList<>();
            left.values().forEach(each -> lookups.add(lookUp(each)));
            CompletableFuture.allOf(lookups.toArray(CompletableFuture[]::new))
                    .thenRunAsync(
                            () -> {
                                if (missing == left) {
                                    accounts.use(resolved());
                                    int i = 0;
                                    for (Missing each : left.values()) {
                                        Why why = lookups.get(i++).join();
                                        if (each.password == null) {
                                            ask(each, why);
                                        }
                                    }
                                }
                            },
                            executor);
        });
    }

    /** Puts what is kept into {@code each}; says why there is nothing, if so. Never fails. */
    private CompletableFuture<Why> lookUp(Missing each) {
        Secrets store = secrets.get();
        if (store == null) {
            return CompletableFuture.completedFuture(Why.MISSING);
        }
        return store.get(each.account.address(), PURPOSE)
                .handleAsync(
                        (secret, failure) -> {
                            each.password = secret;
                            each.kept = secret != null || failure != null;
                            if (failure != null) {
                                LOG.warn("{}: the password kept on this computer: {}", each.account, words(failure));
                            }
                            return failure == null ? Why.MISSING : Why.UNREADABLE;
                        },
                        executor);
    }

    private @Nullable Missing find(String address) {
        return missing.get(address);
    }

    private List<Account> resolved() {
        List<Account> accountsNow = new ArrayList<>();
        for (Account account : all) {
            Missing each = find(account.address());
            accountsNow.add(each == null ? account : account.withPassword(each.password));
        }
        return accountsNow;
    }

    @Override
    public void registrationChanged(String address, Registration registration) {
        executor.execute(() -> {
            Missing each = find(address);
            if (each == null) {
                return;
            }
            if (registration instanceof Registration.Registered) {
                accepted(each);
            } else if (registration instanceof NotRegistered not
                    && not.password() == NotRegistered.Password.REFUSED
                    && !each.declined) {
                ask(each, Why.REFUSED);
            }
        });
    }

    @Override
    public boolean ask(String address) {
        if (!askable.contains(address)) {
            return false;
        }
        executor.execute(() -> {
            Missing each = find(address);
            if (each != null) {
                ask(each, each.password == null ? Why.MISSING : Why.REFUSED);
                prompt.hurry(address);
            }
        });
        return true;
    }

    private void ask(Missing each, Why why) {
        if (!each.asking) {
            each.asking = true;
            prompt.ask(
                    new Question(each.account.address(), each.account.registrar(), why),
                    answer -> executor.execute(() -> answered(each, answer)));
        }
    }

    private void answered(Missing each, @Nullable Answer answer) {
        each.asking = false;
        if (find(each.account.address()) != each) {
            return; // another profile by now
        }
        each.declined = answer == null;
        if (answer == null) {
            LOG.info("{}: no password was typed", each.account);
            return;
        }
        if (answer.password().equals(each.password)) {
            // Without a change nothing would be tried again.
            each.password = null;
            accounts.use(resolved());
        }
        each.password = answer.password();
        each.toKeep = answer.remember();
        if (!answer.remember() && each.kept) {
            forget(each);
        }
        accounts.use(resolved());
    }

    private void accepted(Missing each) {
        each.declined = false;
        String password = each.password;
        if (!each.toKeep || password == null) {
            return;
        }
        each.toKeep = false;
        String address = each.account.address();
        Secrets store = secrets.get();
        if (store == null) {
            prompt.notKept(address, "There is no store of secrets");
            return;
        }
        store.put(address, PURPOSE, password)
                .whenCompleteAsync(
                        (done, failure) -> {
                            each.kept = true;
                            if (failure != null) {
                                LOG.warn("{}: the password is not kept: {}", each.account, words(failure));
                                prompt.notKept(address, words(failure));
                            }
                        },
                        executor);
    }

    private void forget(Missing each) {
        Secrets store = secrets.get();
        if (store != null) {
            each.kept = false;
            store.remove(each.account.address(), PURPOSE).whenComplete((done, failure) -> {
                if (failure != null) {
                    LOG.warn("{}: the password kept before stays: {}", each.account, words(failure));
                }
            });
        }
    }

    private static String words(Throwable failure) {
        Throwable cause = failure instanceof CompletionException wrapped && wrapped.getCause() != null
                ? wrapped.getCause()
                : failure;
        String message = cause.getMessage();
        return cause instanceof IOException && message != null ? message : String.valueOf(cause);
    }
}
