/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.files.internal.csv;

import org.centralino.directory.Phone;
import org.eclipse.jdt.annotation.Nullable;

/** What a column can be; {@link #key()} is its name in the profile and in {@code headings.properties}. */
enum Field {
    ID("id"),
    NAME("name"),
    GIVEN_NAME("givenName"),
    MIDDLE_NAME("middleName"),
    FAMILY_NAME("familyName"),
    ORGANISATION("organisation"),
    DEPARTMENT("department"),
    TITLE("title"),
    INTERNAL("internal", Phone.Type.INTERNAL),
    WORK("work", Phone.Type.WORK),
    MOBILE("mobile", Phone.Type.MOBILE),
    HOME("home", Phone.Type.HOME),
    OTHER("other", Phone.Type.OTHER),
    FAX("fax", Phone.Type.FAX),
    SIP("sip", Phone.Type.OTHER),
    /** A number whose kind stands in the column {@link #TYPE} of the same group. */
    NUMBER("number", Phone.Type.OTHER),
    TYPE("type"),
    EMAIL("email"),
    ADDRESS("address"),
    STREET("street"),
    POSTCODE("postcode"),
    CITY("city"),
    REGION("region"),
    COUNTRY("country"),
    NOTE("note"),
    WEB("web");

    private final String key;
    private final Phone.@Nullable Type phone;

    Field(String key) {
        this(key, null);
    }

    Field(String key, Phone.@Nullable Type phone) {
        this.key = key;
        this.phone = phone;
    }

    String key() {
        return key;
    }

    /** What its numbers are for; null where it has none. */
    Phone.@Nullable Type phone() {
        return phone;
    }

    /** By its key, in whatever case; null where there is none. */
    static @Nullable Field of(String key) {
        for (Field field : values()) {
            if (field.key.equalsIgnoreCase(key)) {
                return field;
            }
        }
        return null;
    }
}
