/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.ldap.internal;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

/** What is told of LDAP sources, in the user's language. The platform fills the fields. */
@NonNullByDefault({})
public final class Messages extends NLS {

    public static String badSetting;
    public static String badTrust;
    public static String unknownHost;
    public static String refusedConnection;
    public static String noAnswer;
    public static String noConnection;
    public static String brokenConnection;
    public static String untrustedCertificate;
    public static String wrongName;
    public static String tlsFailed;
    public static String noStartTls;
    public static String clearPassword;
    public static String refusedUser;
    public static String needsUser;
    public static String needsTls;
    public static String notAllowed;
    public static String noBase;
    public static String noBaseGiven;
    public static String badFilter;
    public static String tooSlow;
    public static String elsewhere;
    public static String failed;
    public static String referral;
    public static String truncated;
    public static String noName;
    public static String notText;
    public static String unknownField;

    static {
        NLS.initializeMessages("org.centralino.directory.ldap.internal.messages", Messages.class);
    }

    private Messages() {}
}
