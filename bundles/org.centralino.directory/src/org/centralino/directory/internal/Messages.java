/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.internal;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

/** The texts of this bundle, filled from messages.properties. */
@NonNullByDefault({})
public final class Messages extends NLS {

    public static String local;
    public static String noReader;
    public static String cancelled;
    public static String silent;
    public static String failed;
    public static String notKept;
    public static String problemNoName;
    public static String problemNoKey;
    public static String problemShortened;
    public static String problemCharacters;
    public static String problemEntries;
    public static String problemPhone;
    public static String problemWeb;
    public static String problemPhotoBytes;
    public static String problemPhotoPixels;
    public static String problemPhotoKind;
    public static String problemContact;
    public static String problemOwn;

    static {
        NLS.initializeMessages("org.centralino.directory.internal.messages", Messages.class);
    }

    private Messages() {}
}
