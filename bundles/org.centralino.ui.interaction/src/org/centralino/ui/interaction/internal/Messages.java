/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.interaction.internal;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

/** The texts of this bundle, filled from messages.properties. */
@NonNullByDefault({})
final class Messages extends NLS {

    public static String add;
    public static String addAddress;
    public static String addMail;
    public static String addNumber;
    public static String address;
    public static String addressNumbered;
    public static String cancel;
    public static String cancelAgain;
    public static String copied;
    public static String copy;
    public static String copyToOwn;
    public static String delete;
    public static String deleted;
    public static String department;
    public static String details;
    public static String edit;
    public static String editContact;
    public static String external;
    public static String familyName;
    public static String favourite;
    public static String finishFirst;
    public static String givenName;
    public static String gone;
    public static String internal;
    public static String jobTitle;
    public static String loading;
    public static String mail;
    public static String mailNumbered;
    public static String needName;
    public static String newContact;
    public static String noDirectory;
    public static String noMail;
    public static String noNumber;
    public static String noWeb;
    public static String nobody;
    public static String nobodyHint;
    public static String notChanged;
    public static String notDeleted;
    public static String notOpened;
    public static String notRead;
    public static String notSaved;
    public static String note;
    public static String numberNumbered;
    public static String numbers;
    public static String openPage;
    public static String organisation;
    public static String ownContact;
    public static String removeAddress;
    public static String removeMail;
    public static String removeNumber;
    public static String save;
    public static String saved;
    public static String saving;
    public static String sourceDown;
    public static String sourceDownSince;
    public static String tooLong;
    public static String typeFax;
    public static String typeHome;
    public static String typeInternal;
    public static String typeMobile;
    public static String typeNumbered;
    public static String typeOther;
    public static String typeWork;
    public static String undo;
    public static String cannotBeDone;
    public static String web;
    public static String writeTo;

    static {
        NLS.initializeMessages("org.centralino.ui.interaction.internal.messages", Messages.class);
    }

    private Messages() {}
}
