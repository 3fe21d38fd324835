/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.sip.guard;

import java.security.cert.CertificateException;
import org.eclipse.jdt.annotation.Nullable;

/** A server's certificate is not good enough for a SIP domain; the message says to a person which and why. */
public final class CertificateRefused extends CertificateException {

    private static final long serialVersionUID = 1L;

    CertificateRefused(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** The refusal among the causes of {@code failure}, null when that is not why it failed. */
    public static @Nullable CertificateRefused in(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateRefused refused) {
                return refused;
            }
        }
        return null;
    }
}
