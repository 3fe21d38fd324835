/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.ldap.internal;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.util.ssl.HostNameSSLSocketVerifier;
import com.unboundid.util.ssl.SSLSocketVerifier;
import java.security.cert.Certificate;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSocket;
import org.eclipse.jdt.annotation.NonNullByDefault;

/** A server showed a certificate that somebody trusted signed for another one. */
final class WrongNameException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String names;

    private WrongNameException(String names, LDAPException cause) {
        super(cause);
        this.names = names;
    }

    /** For whom the certificate is. */
    String names() {
        return names;
    }

    /** Checks the name in certificates, and tells by this exception that it was the wrong one. */
    static final class Verifier extends SSLSocketVerifier {
        private final HostNameSSLSocketVerifier verifier = new HostNameSSLSocketVerifier(true);

        @Override
        @NonNullByDefault({})
        public void verifySSLSocket(String host, int port, SSLSocket socket) throws LDAPException {
            try {
                verifier.verifySSLSocket(host, port, socket);
            } catch (LDAPException e) {
                throw new LDAPException(
                        ResultCode.CONNECT_ERROR, e.getMessage(), new WrongNameException(names(socket), e));
            }
        }

        private static String names(SSLSocket socket) {
            List<String> names = new ArrayList<>();
            try {
                Certificate[] chain = socket.getSession().getPeerCertificates();
                if (chain.length > 0 && chain[0] instanceof X509Certificate certificate) {
                    Collection<List<?>> alternatives = certificate.getSubjectAlternativeNames();
                    if (alternatives == null) {
                        names.add(certificate.getSubjectX500Principal().getName());
                    } else {
                        alternatives.forEach(name -> names.add(String.valueOf(name.get(1))));
                    }
                }
            } catch (SSLPeerUnverifiedException | CertificateParsingException e) {
                names.add(e.getMessage());
            }
            return Texts.line(String.join(", ", names));
        }
    }
}
