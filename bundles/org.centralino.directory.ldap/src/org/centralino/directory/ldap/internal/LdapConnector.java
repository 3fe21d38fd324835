/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.ldap.internal;

import com.unboundid.ldap.sdk.ExtendedResult;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionOptions;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SimpleBindRequest;
import com.unboundid.ldap.sdk.extensions.StartTLSExtendedRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import org.centralino.directory.source.SourceException;
import org.centralino.directory.source.SourceTls;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;

/** Connects to a server, encrypts, and says who the user is, in this order. */
final class LdapConnector {
    private final LdapSettings settings;
    private final LdapFailures failures;
    private final SSLContext tls;

    /** Guards what follows: the thread that connects and the one that gives up meet here. */
    private final Object lock = new Object();

    private boolean givenUp;
    private @Nullable LDAPConnection current;

    LdapConnector(LdapSettings settings) throws SourceException {
        this.settings = settings;
        this.failures = new LdapFailures(settings);
        this.tls = tls(settings);
    }

    /** A connection that is ready to be asked. */
    LDAPConnection connect() throws SourceException, InterruptedException {
        // Name servers and handshakes know nothing of interrupts: they are waited for, and left alone when time is up.
        FutureTask<LDAPConnection> opening = new FutureTask<>(this::open);
        Thread.ofVirtual().name("ldap-connect").start(opening);
        boolean ready = false;
        try {
            LDAPConnection opened = opening.get(longest().toMillis(), TimeUnit.MILLISECONDS);
            ready = true;
            return opened;
        } catch (TimeoutException e) {
            throw failures.silent(e, longest());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof SourceException reason) {
                throw reason;
            }
            throw new IllegalStateException(e.getCause());
        } finally {
            if (!ready) {
                giveUp();
            }
        }
    }

    private void giveUp() {
        synchronized (lock) {
            givenUp = true;
            LDAPConnection last = current;
            if (last != null) {
                last.close();
            }
        }
    }

    private LDAPConnection open() throws SourceException {
        long begin = System.nanoTime();
        try {
            LDAPConnection connection = connected();
            boolean encrypted = settings.ldaps();
            if (!encrypted && settings.startTls() != LdapSettings.StartTls.OFF) {
                encrypted = encrypt(connection);
                if (!encrypted) {
                    // Not the same object: the reader of the old one may still be ending, and would end the new one.
                    connection.close();
                    connection = connected();
                }
            }
            if (!settings.user().isEmpty()) {
                bind(connection, encrypted);
            }
            return connection;
        } catch (LDAPException e) {
            throw failures.connecting(e, Duration.ofNanos(System.nanoTime() - begin));
        }
    }

    private LDAPConnection connected() throws LDAPException {
        LDAPConnection connection = settings.ldaps()
                ? new LDAPConnection(tls.getSocketFactory(), options())
                : new LDAPConnection(options());
        synchronized (lock) {
            current = connection;
        }
        connection.connect(settings.host(), settings.port(), (int)
                settings.connectTimeout().toMillis());
        synchronized (lock) {
            if (givenUp) {
                connection.close();
            }
        }
        return connection;
    }

    /** StartTLS (RFC 4511, 4.14). Returns whether the connection is encrypted; if not, it is of no more use. */
    private boolean encrypt(LDAPConnection connection) throws LDAPException, SourceException {
        LDAPException refusal = startTls(connection);
        if (refusal == null) {
            return true;
        }
        boolean answered = !refusal.getResultCode().isClientSideResultCode();
        if (settings.startTls() == LdapSettings.StartTls.REQUIRED) {
            throw answered
                    ? new SourceException(NLS.bind(Messages.noStartTls, settings.server()), refusal)
                    : failures.connecting(refusal, Duration.ZERO);
        }
        // There are servers that hang up on what they do not know.
        if (!answered && (!refusal.getResultCode().equals(ResultCode.SERVER_DOWN) || failures.isOfTls(refusal))) {
            throw refusal;
        }
        return false;
    }

    private @Nullable LDAPException startTls(LDAPConnection connection) {
        try {
            ExtendedResult result = connection.processExtendedOperation(new StartTLSExtendedRequest(tls));
            return result.getResultCode().equals(ResultCode.SUCCESS) ? null : new LDAPException(result);
        } catch (LDAPException e) {
            return e;
        }
    }

    private void bind(LDAPConnection connection, boolean encrypted) throws SourceException {
        if (!encrypted && settings.startTls() != LdapSettings.StartTls.OFF) {
            throw new SourceException(NLS.bind(Messages.clearPassword, settings.server()), null);
        }
        try {
            connection.bind(new SimpleBindRequest(settings.user(), settings.password()));
        } catch (LDAPException e) {
            throw failures.asking(e, settings.user(), "");
        }
    }

    private Duration longest() {
        return settings.connectTimeout().plus(settings.timeout());
    }

    private static SSLContext tls(LdapSettings settings) throws SourceException {
        try {
            return SourceTls.context(settings.source());
        } catch (IOException e) {
            throw new SourceException(NLS.bind(Messages.badTrust, e.getMessage()), e);
        }
    }

    private LDAPConnectionOptions options() {
        LDAPConnectionOptions options = new LDAPConnectionOptions();
        options.setConnectTimeoutMillis((int) settings.connectTimeout().toMillis());
        options.setResponseTimeoutMillis(settings.timeout().toMillis());
        options.setFollowReferrals(false);
        options.setSSLSocketVerifier(new WrongNameException.Verifier());
        return options;
    }
}
