/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.interaction.internal;

import java.util.List;
import org.centralino.directory.Contact;
import org.centralino.directory.ContactId;
import org.centralino.directory.Kind;
import org.centralino.directory.Phone;

/**
 * One of the user's own contacts while it is being written. Immutable. Everything is as it was typed; {@link #toContact} leaves
 * out what is empty.
 */
record ContactDraft(
        ContactId id,
        Kind kind,
        String givenName,
        String familyName,
        String organisation,
        String department,
        String title,
        List<Phone> phones,
        List<String> emails,
        List<String> addresses,
        String web,
        String note,
        boolean hasPhoto) {

    ContactDraft {
        phones = List.copyOf(phones);
        emails = List.copyOf(emails);
        addresses = List.copyOf(addresses);
    }

    /** A new one, with a number in it where that is not empty. */
    static ContactDraft create(String number) {
        Phone phone = new Phone(number.strip(), Phone.Type.WORK);
        ContactId none = new ContactId(ContactId.LOCAL, "");
        return new ContactDraft(
                none, Kind.EXTERNAL, "", "", "", "", "", List.of(phone), List.of(), List.of(), "", "", false);
    }

    /** What there is of a contact, to be changed. */
    static ContactDraft of(Contact contact) {
        boolean parts = !contact.givenName().isEmpty() || !contact.familyName().isEmpty();
        String web = contact.web();
        return new ContactDraft(
                contact.id(),
                contact.kind(),
                contact.givenName(),
                parts || contact.name().equals(contact.organisation()) ? contact.familyName() : contact.name(),
                contact.organisation(),
                contact.department(),
                contact.title(),
                contact.phones(),
                contact.emails(),
                contact.addresses(),
                web == null ? "" : web,
                contact.note(),
                contact.hasPhoto());
    }

    /** The same as a new contact of the user's own; a photo stays where it is. */
    static ContactDraft copyOf(Contact contact) {
        ContactDraft same = of(contact);
        return new ContactDraft(
                new ContactId(ContactId.LOCAL, ""),
                same.kind,
                same.givenName,
                same.familyName,
                same.organisation,
                same.department,
                same.title,
                same.phones,
                same.emails,
                same.addresses,
                same.web,
                same.note,
                false);
    }

    /** The name it will be shown by: of the person, else of the organisation; may be empty. */
    String name() {
        String person = (givenName.strip() + " " + familyName.strip()).strip();
        return person.isEmpty() ? organisation.strip() : person;
    }

    /** The contact; only of a draft that {@link DraftCheck} finds nothing wrong with. */
    Contact toContact() {
        String page = web.strip();
        return new Contact(
                id,
                kind,
                name(),
                givenName.strip(),
                familyName.strip(),
                organisation.strip(),
                department.strip(),
                title.strip(),
                phones.stream()
                        .map(phone -> new Phone(phone.number().strip(), phone.type()))
                        .filter(phone -> !phone.number().isEmpty())
                        .toList(),
                filled(emails),
                filled(addresses),
                note.strip(),
                page.isEmpty() ? null : page,
                hasPhoto);
    }

    private static List<String> filled(List<String> lines) {
        return lines.stream().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }
}
