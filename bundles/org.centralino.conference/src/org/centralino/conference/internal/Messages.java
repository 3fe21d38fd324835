/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.conference.internal;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

/** The texts of this bundle, filled from messages.properties. */
@NonNullByDefault({})
public final class Messages extends NLS {

    public static String whenAnswered;
    public static String enterAdds;
    public static String title;
    public static String hintAway;
    public static String hintAdding;
    public static String joined;
    public static String left;
    public static String didNotCome;
    public static String calling;
    public static String ringing;
    public static String holding;
    public static String onHold;
    public static String silenced;
    public static String speaking;
    public static String busy;
    public static String noAnswer;
    public static String declined;
    public static String notFound;
    public static String cancelled;
    public static String failed;
    public static String silence;
    public static String separate;
    public static String remove;
    public static String join;
    public static String joinWord;
    public static String stepBack;
    public static String stepBackWord;
    public static String leave;
    public static String leaveMore;
    public static String move;
    public static String moveWord;
    public static String moveMore;
    public static String done;
    public static String withdrawn;
    public static String withdrawnMore;
    public static String closeNotice;

    static {
        NLS.initializeMessages("org.centralino.conference.internal.messages", Messages.class);
    }

    private Messages() {}
}
