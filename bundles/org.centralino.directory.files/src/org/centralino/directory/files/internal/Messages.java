/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.files.internal;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

/** What is wrong with files, in the user's language. The platform fills the fields. */
@NonNullByDefault({})
public final class Messages extends NLS {

    public static String line;
    public static String cardUnfinished;
    public static String cardTooLong;
    public static String cardNested;
    public static String cardUnreadable;
    public static String cardNameless;
    public static String cardOutside;
    public static String cardNoProperty;
    public static String cardProperty;
    public static String noCards;
    public static String noPlace;
    public static String badUrl;
    public static String missing;
    public static String notReadable;
    public static String noFile;
    public static String tooLarge;
    public static String tooManyFiles;
    public static String changed;
    public static String httpStatus;
    public static String httpFailed;
    public static String httpSlow;
    public static String csvEmpty;
    public static String csvHeadings;
    public static String csvColumn;
    public static String csvField;
    public static String csvNoRows;
    public static String rowUnclosed;
    public static String rowTooLong;
    public static String rowQuotes;
    public static String rowCells;
    public static String rowNameless;

    static {
        NLS.initializeMessages("org.centralino.directory.files.internal.messages", Messages.class);
    }

    private Messages() {}
}
