/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.carddav.internal;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

/** What is told of CardDAV sources, in the user's language. The platform fills the fields. */
@NonNullByDefault({})
public final class Messages extends NLS {

    public static String badSetting;
    public static String badTrust;
    public static String unknownHost;
    public static String refusedConnection;
    public static String noAnswer;
    public static String noConnection;
    public static String badCertificate;
    public static String clearPassword;
    public static String refusedUser;
    public static String needsUser;
    public static String notAllowed;
    public static String notThere;
    public static String elsewhere;
    public static String status;
    public static String noAddressBook;
    public static String notCardDav;
    public static String tooLarge;

    static {
        NLS.initializeMessages("org.centralino.directory.carddav.internal.messages", Messages.class);
    }

    private Messages() {}
}
