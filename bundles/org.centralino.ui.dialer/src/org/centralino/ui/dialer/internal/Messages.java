/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.dialer.internal;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

/** The texts of this bundle, filled from messages.properties. */
@NonNullByDefault({})
public final class Messages extends NLS {

    public static String box;
    public static String call;
    public static String dial;
    public static String dialKey;
    public static String dialpad;
    public static String padDigit;
    public static String padStar;
    public static String padPound;
    public static String hintEmpty;
    public static String hintCalls;
    public static String problemEmpty;
    public static String problemLong;
    public static String problemCharacter;
    public static String problemHost;
    public static String problemSpace;
    public static String problemNeither;
    public static String problemNoService;
    public static String problemNotSignedIn;

    static {
        NLS.initializeMessages("org.centralino.ui.dialer.internal.messages", Messages.class);
    }

    private Messages() {}
}
