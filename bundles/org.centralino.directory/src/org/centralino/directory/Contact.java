/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory;

import java.util.List;
import org.eclipse.jdt.annotation.Nullable;

/**
 * A person or place that can be called. Immutable. Text has no control characters and no surrounding space; what is not known
 * is empty. Sources may give more than is allowed: the directory shortens texts to {@link #LONGEST_TEXT} and lists to
 * {@link #MOST_ENTRIES}, and says so in the problems of the source.
 *
 * @param id where it comes from
 * @param kind whether it belongs to the own organisation
 * @param name as it is shown: never empty
 * @param givenName may be empty
 * @param familyName may be empty
 * @param organisation may be empty
 * @param department may be empty
 * @param title role or position; may be empty
 * @param phones the default one first
 * @param emails addresses alone, without a name
 * @param addresses postal addresses, each in as many lines as it has
 * @param note may be empty, may have lines
 * @param web the page about it, {@code http} or {@code https}; null where there is none
 * @param hasPhoto whether {@link DirectoryService#photo} has one
 */
public record Contact(
        ContactId id,
        Kind kind,
        String name,
        String givenName,
        String familyName,
        String organisation,
        String department,
        String title,
        List<Phone> phones,
        List<String> emails,
        List<String> addresses,
        String note,
        @Nullable String web,
        boolean hasPhoto) {

    /** Longest text of a field, in characters; a note may have four times as many. */
    public static final int LONGEST_TEXT = 256;

    /** Most numbers, mail addresses and postal addresses of each. */
    public static final int MOST_ENTRIES = 50;

    public Contact {
        phones = List.copyOf(phones);
        emails = List.copyOf(emails);
        addresses = List.copyOf(addresses);
    }

    /** The number that is dialled when none was chosen: the first that is no fax; null without one. */
    public @Nullable Phone defaultPhone() {
        for (Phone phone : phones) {
            if (phone.type() != Phone.Type.FAX) {
                return phone;
            }
        }
        return null;
    }
}
