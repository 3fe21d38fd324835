/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.interaction.internal;

import java.util.List;
import org.centralino.directory.Contact;
import org.centralino.directory.ContactId;
import org.centralino.directory.Kind;
import org.centralino.directory.Phone;
import org.eclipse.jdt.annotation.Nullable;

/** Contacts to test with. */
final class People {

    static final Contact MARIA = new Contact(
            new ContactId("ldap", "maria"),
            Kind.INTERNAL,
            "Maria Rossi",
            "Maria",
            "Rossi",
            "Esempio S.p.A.",
            "Milano, piano 3",
            "Responsabile acquisti",
            List.of(
                    new Phone("142", Phone.Type.INTERNAL),
                    new Phone("+39 02 5550 142", Phone.Type.WORK),
                    new Phone("+39 347 000 1142", Phone.Type.MOBILE)),
            List.of("maria.rossi@example.com"),
            List.of("Via Larga 12\n20122 Milano"),
            "Prefers e-mail after 17:00.\nSpeaks German and English.",
            "https://www.example.com/people/maria",
            false);

    private People() {}

    static Contact own(String key, String name, Phone... phones) {
        return contact(new ContactId(ContactId.LOCAL, key), name, List.of(phones), null);
    }

    static Contact contact(ContactId id, String name, List<Phone> phones, @Nullable String web) {
        return new Contact(id, Kind.EXTERNAL, name, "", name, "", "", "", phones, List.of(), List.of(), "", web, false);
    }

    static Contact withPhoto(Contact contact) {
        return new Contact(
                contact.id(),
                contact.kind(),
                contact.name(),
                contact.givenName(),
                contact.familyName(),
                contact.organisation(),
                contact.department(),
                contact.title(),
                contact.phones(),
                contact.emails(),
                contact.addresses(),
                contact.note(),
                contact.web(),
                true);
    }
}
