/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.files.internal;

import java.util.List;
import org.centralino.directory.Phone;

/** What a contact is called within its source, the same at every reading. */
public final class Keys {

    private static final int LONGEST = 200;

    private Keys() {}

    /** By the file's own name for it. */
    public static String of(String own) {
        return own.length() > LONGEST ? Digest.of(own) : own;
    }

    /** By what is least likely to change and still tells namesakes apart, where the file has no name for it. */
    public static String of(String name, String organisation, List<String> emails, List<Phone> phones) {
        String first = phones.isEmpty() ? "" : phones.get(0).number();
        return Digest.of(name, organisation, emails.isEmpty() ? first : emails.get(0));
    }
}
