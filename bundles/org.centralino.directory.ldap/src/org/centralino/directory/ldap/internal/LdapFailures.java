/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.ldap.internal;

import com.unboundid.ldap.sdk.LDAPException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLException;
import org.centralino.directory.source.SourceException;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;

/** What goes wrong with a server, in words for people. */
final class LdapFailures {
    private static final int LONGEST_DETAIL = 300;

    private final LdapSettings settings;

    LdapFailures(LdapSettings settings) {
        this.settings = settings;
    }

    /**
     * While connecting, before anything was asked.
     *
     * @param waited for how long
     */
    SourceException connecting(LDAPException e, Duration waited) {
        String server = settings.server();
        WrongNameException wrong = cause(e, WrongNameException.class);
        if (wrong != null) {
            return failure(e, Messages.wrongName, settings.host(), wrong.names());
        }
        CertificateException untrusted = cause(e, CertificateException.class);
        if (untrusted != null) {
            return failure(e, Messages.untrustedCertificate, settings.host(), detail(untrusted));
        }
        if (cause(e, UnknownHostException.class) != null) {
            return failure(e, Messages.unknownHost, settings.host());
        }
        boolean inVain = waited.compareTo(settings.connectTimeout()) >= 0;
        if (inVain || cause(e, SocketTimeoutException.class) != null) {
            return silent(e, inVain ? waited : settings.timeout());
        }
        if (cause(e, ConnectException.class) != null) {
            return failure(e, Messages.refusedConnection, server);
        }
        SSLException tls = cause(e, SSLException.class);
        if (tls != null) {
            return failure(e, Messages.tlsFailed, server, detail(tls));
        }
        return switch (e.getResultCode().intValue()) {
            case 3, 85 -> silent(e, settings.timeout());
            default -> failure(e, Messages.noConnection, server, detail(e));
        };
    }

    /** Whether encrypting went wrong, not the way there. */
    boolean isOfTls(LDAPException e) {
        return cause(e, WrongNameException.class) != null
                || cause(e, CertificateException.class) != null
                || cause(e, SSLException.class) != null;
    }

    /** While the server was asked, result codes of RFC 4511, 4.1.9, and the library's own (81 and on). */
    SourceException asking(LDAPException e, String base, Object filter) {
        String server = settings.server();
        boolean anonymous = settings.user().isEmpty();
        return switch (e.getResultCode().intValue()) {
            case 49 -> failure(e, Messages.refusedUser, server, settings.user());
            // Active Directory answers "operations error" to who has not said who it is.
            case 1, 48, 53 ->
                anonymous ? failure(e, Messages.needsUser, server) : failure(e, Messages.failed, server, detail(e));
            case 8, 13 -> failure(e, Messages.needsTls, server);
            case 50 -> failure(e, Messages.notAllowed, server, base);
            case 32 -> failure(e, Messages.noBase, server, base);
            case 34 -> failure(e, Messages.badSetting, "base", base);
            case 18, 87 -> failure(e, Messages.badFilter, server, filter);
            case 3 -> failure(e, Messages.tooSlow, server);
            case 10 -> failure(e, Messages.elsewhere, server, String.join(" ", List.of(e.getReferralURLs())));
            case 85 -> silent(e, settings.timeout());
            case 81, 91 -> failure(e, Messages.brokenConnection, server);
            default -> failure(e, Messages.failed, server, detail(e));
        };
    }

    /** It said nothing for too long. */
    SourceException silent(@Nullable Exception e, Duration waited) {
        return failure(e, Messages.noAnswer, settings.server(), waited.toSeconds());
    }

    private static SourceException failure(@Nullable Exception e, String message, Object... details) {
        return new SourceException(NLS.bind(message, details), e);
    }

    private static <T extends Throwable> @Nullable T cause(Throwable e, Class<T> type) {
        Throwable cause = e;
        for (int i = 0; cause != null && i < 20; i++) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
            cause = cause.getCause();
        }
        return null;
    }

    /** What the server said, or else what is at the bottom of it. */
    private static String detail(Throwable e) {
        Throwable bottom = e;
        for (int i = 0; i < 20; i++) {
            if (bottom instanceof LDAPException ldap && ldap.getDiagnosticMessage() != null) {
                return shortened(ldap.getDiagnosticMessage());
            }
            Throwable cause = bottom.getCause();
            if (cause == null) {
                break;
            }
            bottom = cause;
        }
        String message = bottom.getMessage();
        return shortened(message == null ? bottom.toString() : message);
    }

    private static String shortened(String text) {
        String line = Texts.line(text);
        return line.length() > LONGEST_DETAIL ? line.substring(0, LONGEST_DETAIL) + "…" : line;
    }
}
