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

    static {
        NLS.initializeMessages("org.centralino.app.internal.messages", Messages.class);
    }

    private Messages() {}
}
