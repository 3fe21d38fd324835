/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

/** The texts of this package, filled from messages.properties. */
@NonNullByDefault({})
final class Messages extends NLS {

    public static String endHungUp;
    public static String endPeerHungUp;
    public static String endTransferred;
    public static String endCancelled;
    public static String endDeclined;
    public static String endMissed;
    public static String endElsewhere;
    public static String endBusy;
    public static String endRejected;
    public static String endNotFound;
    public static String endNoAnswer;
    public static String endNotAcceptable;
    public static String endInClear;
    public static String endNoConfidence;
    public static String endNotAllowed;
    public static String endNetwork;
    public static String endUnavailable;
    public static String endFailed;
    public static String endFailedStatus;

    static {
        NLS.initializeMessages("org.centralino.ui.messages", Messages.class);
    }

    private Messages() {}
}
