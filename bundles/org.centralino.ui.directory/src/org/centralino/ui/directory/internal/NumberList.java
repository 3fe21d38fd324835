/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.directory.internal;

import java.util.List;
import org.centralino.directory.Contact;
import org.centralino.directory.ContactId;
import org.centralino.directory.Phone;

/** Somebody's numbers to choose from. Immutable; the first is the one that is called by default. */
record NumberList(ContactId id, String name, List<Phone> phones) {

    NumberList {
        phones = List.copyOf(phones);
    }

    /** Those that can be called. */
    static NumberList of(Contact contact) {
        List<Phone> all = contact.phones().stream()
                .filter(phone -> phone.type() != Phone.Type.FAX)
                .toList();
        return new NumberList(contact.id(), contact.name(), all);
    }
}
