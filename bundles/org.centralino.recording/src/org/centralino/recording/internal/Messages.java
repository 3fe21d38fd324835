/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.recording.internal;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

/** What users are told, filled from messages.properties. */
@NonNullByDefault({})
public final class Messages extends NLS {

    public static String diskFull;
    public static String noFolder;
    public static String fileGone;
    public static String notPermitted;
    public static String notWritten;
    public static String diskHangs;
    public static String noCodec;
    public static String gone;
    public static String onlyInStore;
    public static String goesOn;
    public static String changed;
    public static String mayNotDelete;
    public static String catalogueFailed;
    public static String notConfidential;
    public static String noPassword;

    static {
        NLS.initializeMessages("org.centralino.recording.internal.messages", Messages.class);
    }

    private Messages() {}
}
