/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal;

import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.centralino.telephony.Account;
import org.centralino.telephony.Registration;
import org.centralino.telephony.Registration.NotRegistered.Password;
import org.centralino.telephony.sip.internal.registration.RegistrationClient;
import org.centralino.telephony.sip.internal.transport.AccountLine;
import org.centralino.telephony.sip.internal.transport.NetworkWatcher;
import org.centralino.telephony.sip.internal.transport.SipTransports;
import org.eclipse.jdt.annotation.Nullable;

/** An account in use: its line and its registration. */
final class SignedAccount {

    private final Account account;
    private final BiConsumer<String, Registration> listener;
    private final @Nullable AccountLine line;
    private final @Nullable RegistrationClient registration;
    private volatile Registration state;
    private volatile boolean started;

    /**
     * @param listener told of every change with the account's address, on any thread
     * @param moved told the line when the registrar has us at another address than before, on any thread
     */
    SignedAccount(
            Account account,
            SipTransports transports,
            BiConsumer<String, Registration> listener,
            Consumer<AccountLine> moved) {
        this.account = account;
        this.listener = listener;
        AccountLine own = null;
        Registration first = new Registration.Registering();
        String password = account.password();
        try {
            if (password == null) {
                first = new Registration.NotRegistered("No password", Instant.now(), false, Password.MISSING);
            } else {
                own = new AccountLine(account, password, Threads.single("sip " + account.address()), transports);
            }
        } catch (IllegalArgumentException e) {
            String reason = e.getMessage();
            first = new Registration.NotRegistered(reason == null ? "Bad account" : reason, Instant.now(), false);
        }
        line = own;
        state = first;
        registration = own == null ? null : client(own, moved);
    }

    private RegistrationClient client(AccountLine own, Consumer<AccountLine> moved) {
        return new RegistrationClient(own, this::changed, () -> moved.accept(own));
    }

    Account account() {
        return account;
    }

    String address() {
        return account.address();
    }

    Registration state() {
        return state;
    }

    /** Null when the account cannot be read or has no password. */
    @Nullable
    AccountLine line() {
        return line;
    }

    /** Registers; a second time does nothing. */
    void signIn() {
        if (started) {
            return;
        }
        started = true;
        RegistrationClient own = registration;
        if (own == null) {
            listener.accept(account.address(), state);
        } else {
            own.start();
        }
    }

    /** Unregisters; {@code done} is run when that is over. */
    void signOut(Runnable done) {
        RegistrationClient own = registration;
        if (own == null) {
            done.run();
        } else {
            own.stop(done);
        }
    }

    /** The network may be another one than before. */
    void networkChanged(NetworkWatcher.Change change) {
        RegistrationClient own = registration;
        if (own != null && started) {
            own.networkChanged(change);
        }
    }

    /** A connection to {@code server} is over. */
    void connectionOver(InetSocketAddress server) {
        RegistrationClient own = registration;
        if (own != null) {
            own.connectionOver(server);
        }
    }

    private void changed(Registration next) {
        state = next;
        listener.accept(account.address(), next);
    }
}
