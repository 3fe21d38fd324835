/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.directory.internal;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

/** The texts of this bundle, filled from messages.properties. */
@NonNullByDefault({})
public final class Messages extends NLS {

    public static String scopeAll;
    public static String scopeFavourites;
    public static String scopeInternal;
    public static String scopeExternal;
    public static String scopes;
    public static String tabCount;
    public static String list;
    public static String shortcutsOf;
    public static String internal;
    public static String external;
    public static String favourite;
    public static String withoutNumber;
    public static String place;
    public static String typingError;
    public static String soundsAlike;
    public static String dialpadLetters;
    public static String heardNobody;
    public static String heardOne;
    public static String heardMany;
    public static String heardAtLeast;
    public static String enterCalls;
    public static String noNumber;
    public static String noTelephone;
    public static String pinned;
    public static String unpinned;
    public static String moved;
    public static String pinFailed;
    public static String typeInternal;
    public static String typeWork;
    public static String typeMobile;
    public static String typeHome;
    public static String typeOther;
    public static String typeFax;
    public static String numbersOf;
    public static String callNumber;
    public static String choiceHelp;
    public static String actionNumber;
    public static String menuOpen;
    public static String menuEdit;
    public static String menuNew;
    public static String menuPin;
    public static String menuUnpin;
    public static String menuUp;
    public static String menuDown;
    public static String callTyped;
    public static String newContact;
    public static String showSources;
    public static String nobodyFound;
    public static String nobodyHasIt;
    public static String tryOtherwise;
    public static String tryAll;
    public static String stillReading;
    public static String sourceIsDown;
    public static String opening;
    public static String noFavourites;
    public static String noFavouritesYet;
    public static String nobodyHere;
    public static String noContacts;
    public static String noContactsYet;
    public static String reading;
    public static String readingMore;
    public static String statusReading;
    public static String statusNone;
    public static String statusDown;
    public static String statusOne;
    public static String statusMany;
    public static String statusAge;
    public static String statusOpening;
    public static String statusMore;
    public static String onePerson;
    public static String people;
    public static String countAndAge;
    public static String readOf;
    public static String stateReading;
    public static String stateNever;
    public static String stateFailed;
    public static String ageNow;
    public static String ageMinutes;
    public static String ageHours;
    public static String ageDay;
    public static String ageDays;
    public static String sources;
    public static String refresh;
    public static String refreshNamed;
    public static String cancel;
    public static String cancelNamed;
    public static String progressNamed;
    public static String close;
    public static String problems;
    public static String problemOne;
    public static String problemsOf;
    public static String problemLine;
    public static String noSources;
    public static String kindInternal;
    public static String kindExternal;

    static {
        NLS.initializeMessages("org.centralino.ui.directory.internal.messages", Messages.class);
    }

    private Messages() {}
}
