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
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLContext;
import org.centralino.directory.source.SourceException;
import org.centralino.directory.source.SourceTls;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;

/** Connects to a server, encrypts, and says who the user is, in this order. */
final class LdapConnector {
    private final LdapSettings settings;
    private final LdapFailures failures;
    private final AtomicBoolean givenUp = new AtomicBoolean();

    LdapConnector(LdapSettings settings) {
        this.settings = settings;
        this.failures = new LdapFailures(settings);
    }

    /** A connection that is ready to be asked. */
    LDAPConnection connect() throws SourceException, InterruptedException {
        SSLContext tls = tls();
        LDAPConnection connection = settings.ldaps()
                ? new LDAPConnection(tls.getSocketFactory(), options())
                : new LDAPConnection(options());
        // Name servers and handshakes know nothing of interrupts: they are waited for, and left alone when time is up.
        FutureTask<LDAPConnection> opening = new FutureTask<>(() -> open(connection, tls));
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
                givenUp.set(true);
                connection.close();
            }
        }
    }

    private LDAPConnection open(LDAPConnection connection, SSLContext tls) throws SourceException {
        long begin = System.nanoTime();
        try {
            connect(connection);
            boolean encrypted = settings.ldaps() || encrypt(connection, tls);
            if (!settings.user().isEmpty()) {
                bind(connection, encrypted);
            }
            return connection;
        } catch (LDAPException e) {
            throw failures.connecting(e, Duration.ofNanos(System.nanoTime() - begin));
        } finally {
            if (givenUp.get()) {
                connection.close();
            }
        }
    }

    private void connect(LDAPConnection connection) throws LDAPException {
        connection.connect(settings.host(), settings.port(), (int)
                settings.connectTimeout().toMillis());
    }

    /** StartTLS (RFC 4511, 4.14). Returns whether the connection is encrypted. */
    private boolean encrypt(LDAPConnection connection, SSLContext tls) throws LDAPException, SourceException {
        if (settings.startTls() == LdapSettings.StartTls.OFF) {
            return false;
        }
        LDAPException refusal = startTls(connection, tls);
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
        // The library leaves a connection that was to be encrypted in a state between.
        connection.close();
        connect(connection);
        return false;
    }

    private static @Nullable LDAPException startTls(LDAPConnection connection, SSLContext tls) {
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

    private SSLContext tls() throws SourceException {
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
