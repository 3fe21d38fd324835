/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.recording.ui.internal;

import java.util.List;
import org.centralino.directory.Contact;
import org.centralino.directory.ContactId;
import org.centralino.directory.Kind;
import org.centralino.directory.Phone;

/** Contacts to test with. */
final class People {

    static final Contact MARIA = contact(
            "Maria Rossi",
            new Phone("142", Phone.Type.INTERNAL),
            new Phone("+39 02 5550 142", Phone.Type.WORK),
            new Phone("+39 (347) 000-1142", Phone.Type.MOBILE));

    private People() {}

    static Contact contact(String name, Phone... phones) {
        return new Contact(
                new ContactId("ldap", name),
                Kind.INTERNAL,
                name,
                "",
                name,
                "",
                "",
                "",
                List.of(phones),
                List.of(),
                List.of(),
                "",
                null,
                false);
    }
}
