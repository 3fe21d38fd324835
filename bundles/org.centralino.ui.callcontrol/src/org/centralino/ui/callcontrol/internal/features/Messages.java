/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.callcontrol.internal.features;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

/** The texts of this page, filled from messages.properties. */
@NonNullByDefault({})
final class Messages extends NLS {

    public static String features;
    public static String none;
    public static String recording;
    public static String conference;
    public static String video;
    public static String onByProfile;
    public static String onByDefault;
    public static String offByProfile;
    public static String offByDefault;
    public static String missing;
    public static String withPolicy;
    public static String partnerThrew;
    public static String partnerStalled;
    public static String partnerLeaked;
    public static String partnerAgain;
    public static String onDemand;
    public static String automatic;

    static {
        NLS.initializeMessages("org.centralino.ui.callcontrol.internal.features.messages", Messages.class);
    }

    private Messages() {}
}
