/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.app.internal;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

/** Texts of the application in the user's language. The platform fills the fields. */
@NonNullByDefault({})
public final class Messages extends NLS {

    public static String profileTitle;
    public static String profileBadValue;
    public static String profileMissing;
    public static String profileUnreadable;
    public static String chooseProfile;
    public static String quit;
    public static String passwordTitle;
    public static String passwordOf;
    public static String passwordMissing;
    public static String passwordRefused;
    public static String passwordUnreadable;
    public static String password;
    public static String showPassword;
    public static String rememberPassword;
    public static String cancel;
    public static String signIn;
    public static String notKeptTitle;
    public static String notKept;
    public static String ok;

    static {
        NLS.initializeMessages("org.centralino.app.internal.messages", Messages.class);
    }

    private Messages() {}
}
