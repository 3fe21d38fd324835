/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.sip.guard;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;
import org.eclipse.jdt.annotation.Nullable;

/** Takes a server's certificate when one of the trust stores vouches for it and it is one of every domain wanted. */
final class SipDomainTrust extends X509ExtendedTrustManager {

    private final List<X509TrustManager> stores;
    private final Set<String> domains;

    SipDomainTrust(List<X509TrustManager> stores, Set<String> domains) {
        this.stores = List.copyOf(stores);
        this.domains = Set.copyOf(domains);
    }

    private void check(X509Certificate @Nullable [] chain, @Nullable String method) throws CertificateException {
        if (chain == null || chain.length == 0 || domains.isEmpty()) {
            throw new CertificateRefused("No certificate, or no domain to compare it with", null);
        }
        X509Certificate own = chain[0];
        String wanted = String.join(", ", domains);
        try {
            own.checkValidity();
        } catch (CertificateExpiredException e) {
            throw new CertificateRefused("The certificate for " + wanted + " expired on " + day(own.getNotAfter()), e);
        } catch (CertificateNotYetValidException e) {
            throw new CertificateRefused("The certificate for " + wanted + " begins on " + day(own.getNotBefore()), e);
        }
        CertificateException why = vouched(chain, method);
        if (why != null) {
            throw new CertificateRefused("Nobody this computer trusts vouches for the certificate for " + wanted, why);
        }
        for (String domain : domains) {
            if (!SipDomainCheck.matches(own, domain)) {
                String shown = String.join(", ", SipDomainCheck.identities(own));
                throw new CertificateRefused(
                        "The certificate is not for " + domain + " but for " + (shown.isEmpty() ? "nobody" : shown),
                        null);
            }
        }
    }

    private @Nullable CertificateException vouched(X509Certificate[] chain, @Nullable String method) {
        CertificateException why = new CertificateException("No trust store");
        for (X509TrustManager store : stores) {
            try {
                store.checkServerTrusted(chain, method);
                return null;
            } catch (CertificateException e) {
                why = e;
            }
        }
        return why;
    }

    private static LocalDate day(java.util.Date date) {
        return LocalDate.ofInstant(date.toInstant(), ZoneId.systemDefault());
    }

    @Override
    public void checkServerTrusted(X509Certificate @Nullable [] chain, @Nullable String method, @Nullable Socket socket)
            throws CertificateException {
        check(chain, method);
    }

    @Override
    public void checkServerTrusted(
            X509Certificate @Nullable [] chain, @Nullable String method, @Nullable SSLEngine engine)
            throws CertificateException {
        check(chain, method);
    }

    @Override
    public void checkServerTrusted(X509Certificate @Nullable [] chain, @Nullable String method)
            throws CertificateException {
        check(chain, method);
    }

    @Override
    public void checkClientTrusted(X509Certificate @Nullable [] chain, @Nullable String method, @Nullable Socket socket)
            throws CertificateException {
        throw new CertificateRefused("Clients are not served", null);
    }

    @Override
    public void checkClientTrusted(
            X509Certificate @Nullable [] chain, @Nullable String method, @Nullable SSLEngine engine)
            throws CertificateException {
        throw new CertificateRefused("Clients are not served", null);
    }

    @Override
    public void checkClientTrusted(X509Certificate @Nullable [] chain, @Nullable String method)
            throws CertificateException {
        throw new CertificateRefused("Clients are not served", null);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
