/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.callcontrol.internal;

/**
 * What the status bar says about the account. Immutable.
 *
 * @param text the state in words
 * @param detail since when, and what is done about it; may be empty
 * @param passwordOf the account whose password is missing or refused; empty: none
 */
record RegistrationView(Kind kind, String text, String detail, String passwordOf) {

    RegistrationView(Kind kind, String text, String detail) {
        this(kind, text, detail, "");
    }

    /** Which shape and colour goes with the words. */
    enum Kind {
        REGISTERED,
        REGISTERING,
        NOT_REGISTERED,
        NO_ACCOUNT
    }
}
