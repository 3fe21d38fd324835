/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.ldap.internal;

import java.util.List;
import org.centralino.directory.Phone;
import org.eclipse.jdt.annotation.Nullable;

/**
 * What of a contact comes from which attributes, where the settings do not say otherwise: those of inetOrgPerson (RFC 2798,
 * RFC 4519) and of Active Directory together, since no server gives one name two meanings.
 */
enum Field {
    NAME("name", null, "displayName", "cn", "name"),
    GIVEN_NAME("givenName", null, "givenName"),
    FAMILY_NAME("familyName", null, "sn"),
    ORGANISATION("organisation", null, "o", "company"),
    DEPARTMENT("department", null, "department", "ou", "departmentNumber"),
    TITLE("title", null, "title"),
    INTERNAL_PHONE("internalPhone", Phone.Type.INTERNAL, "ipPhone", "otherIpPhone"),
    WORK_PHONE("workPhone", Phone.Type.WORK, "telephoneNumber", "otherTelephone"),
    MOBILE_PHONE("mobilePhone", Phone.Type.MOBILE, "mobile", "otherMobile"),
    HOME_PHONE("homePhone", Phone.Type.HOME, "homePhone", "otherHomePhone"),
    OTHER_PHONE("otherPhone", Phone.Type.OTHER),
    FAX("fax", Phone.Type.FAX, "facsimileTelephoneNumber", "otherFacsimileTelephoneNumber"),
    EMAIL("email", null, "mail"),
    ADDRESS("address", null, "postalAddress"),
    NOTE("note", null, "description", "info"),
    WEB("web", null, "labeledURI", "wWWHomePage", "url"),
    PHOTO("photo", null, "jpegPhoto", "thumbnailPhoto", "photo");

    private final String key;
    private final Phone.@Nullable Type phone;
    private final List<String> attributes;

    Field(String key, Phone.@Nullable Type phone, String... attributes) {
        this.key = key;
        this.phone = phone;
        this.attributes = List.of(attributes);
    }

    /** What the settings call it, under {@code attributes}. */
    String key() {
        return key;
    }

    /** What its values are for; null where they are no numbers. */
    Phone.@Nullable Type phone() {
        return phone;
    }

    /** Where it comes from unless the settings say otherwise. */
    List<String> attributes() {
        return attributes;
    }
}
