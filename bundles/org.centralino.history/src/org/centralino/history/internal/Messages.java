/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.history.internal;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

/** The words of exported tables, filled from messages.properties. */
@NonNullByDefault({})
final class Messages extends NLS {

    public static String csvDirection;
    public static String csvName;
    public static String csvNumber;
    public static String csvFor;
    public static String csvStart;
    public static String csvAnswered;
    public static String csvEnd;
    public static String csvSeconds;
    public static String csvOutcome;
    public static String csvHeld;
    public static String csvTransfers;
    public static String csvOut;
    public static String csvIn;
    public static String csvTransferFailed;
    public static String outcomeGoesOn;
    public static String outcomeUnknown;
    public static String outcomeAnswered;
    public static String outcomeTransferred;
    public static String outcomeCancelled;
    public static String outcomeDeclined;
    public static String outcomeMissed;
    public static String outcomeElsewhere;
    public static String outcomeBusy;
    public static String outcomeRejected;
    public static String outcomeNotFound;
    public static String outcomeNoAnswer;
    public static String outcomeFailed;

    static {
        NLS.initializeMessages("org.centralino.history.internal.messages", Messages.class);
    }

    private Messages() {}
}
