/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.recording.ui.internal;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

/** The texts of this bundle, filled from messages.properties. */
@NonNullByDefault({})
final class Messages extends NLS {

    public static String recordWhenAnswered;
    public static String recordByItself;
    public static String recordStarting;
    public static String recordLocked;
    public static String recordFailed;
    public static String notRecorded;
    public static String notRecordedNamed;
    public static String wasNotRecorded;
    public static String wasNotRecordedNamed;
    public static String closeNotice;
    public static String sayRecording;
    public static String sayRecordingLocked;
    public static String sayRecordingAgain;
    public static String sayStopped;
    public static String todayAt;
    public static String yesterdayAt;
    public static String goesOn;
    public static String place;
    public static String kilobytes;
    public static String megabytes;
    public static String storageWaiting;
    public static String storageBoth;
    public static String storageStore;
    public static String storageDamaged;
    public static String markHeld;
    public static String markResumed;
    public static String markTransferred;
    public static String markConference;
    public static String markAnnounced;
    public static String markGap;
    public static String noReason;
    public static String cannotRead;
    public static String cannotPlay;
    public static String exported;
    public static String cannotExport;
    public static String deleted;
    public static String cannotDelete;
    public static String none;
    public static String more;
    public static String moreName;
    public static String play;
    public static String listenTo;
    public static String playNamed;
    public static String close;
    public static String closeNamed;
    public static String pause;
    public static String pauseName;
    public static String goOn;
    public static String goOnName;
    public static String position;
    public static String speed;
    public static String export;
    public static String exportName;
    public static String exportTitle;
    public static String exportKind;
    public static String delete;
    public static String deleteName;
    public static String reallyDelete;
    public static String reallyDeleteName;
    public static String keep;
    public static String keepName;
    public static String ours;
    public static String theirs;
    public static String hint;
    public static String recordingsOf;
    public static String recordingsOfUnknown;

    static {
        NLS.initializeMessages("org.centralino.recording.ui.internal.messages", Messages.class);
    }

    private Messages() {}
}
