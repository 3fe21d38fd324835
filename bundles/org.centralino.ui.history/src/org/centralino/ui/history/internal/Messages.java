/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.history.internal;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

/** The texts of this bundle, filled from messages.properties. */
@NonNullByDefault({})
public final class Messages extends NLS {

    public static String search;
    public static String list;
    public static String all;
    public static String allName;
    public static String missed;
    public static String missedNew;
    public static String missedName;
    public static String missedNewName;
    public static String export;
    public static String exportTitle;
    public static String exportFile;
    public static String exportKind;
    public static String exporting;
    public static String exported;
    public static String exportFailed;
    public static String today;
    public static String yesterday;
    public static String todayAt;
    public static String yesterdayAt;
    public static String callBack;
    public static String callBackNamed;
    public static String callBackKey;
    public static String open;
    public static String openKey;
    public static String removeKey;
    public static String seenFailed;
    public static String create;
    public static String copy;
    public static String remove;
    public static String cannotRemove;
    public static String removeFailed;
    public static String cannotCallBack;
    public static String cannotDial;
    public static String noTelephone;
    public static String empty;
    public static String emptyMissed;
    public static String emptySearch;
    public static String emptyFailed;
    public static String emptyContact;
    public static String showMore;
    public static String problemSetAside;
    public static String problemNotWritten;
    public static String withheld;
    public static String meantFor;
    public static String missedCall;
    public static String outgoingCall;
    public static String incomingCall;
    public static String inCall;
    public static String calling;
    public static String ringing;
    public static String rang;
    public static String held;
    public static String transferredTo;
    public static String transferFailed;
    public static String endUnknown;
    public static String youHungUp;
    public static String missedOne;
    public static String missedMany;
    public static String missedShow;

    static {
        NLS.initializeMessages("org.centralino.ui.history.internal.messages", Messages.class);
    }

    private Messages() {}
}
