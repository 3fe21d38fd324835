/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.contact;

import org.centralino.directory.ContactId;
import org.osgi.annotation.versioning.ProviderType;

/** Service that shows a contact in detail (S4). Display thread only. */
@ProviderType
public interface Interaction {

    /** Shows a contact and gives it the keyboard where {@code focus} is true. */
    void open(ContactId contact, boolean focus);

    /** Lets the user write a new contact of the own ones, with this number already in it; empty: without one. */
    void create(String number);
}
