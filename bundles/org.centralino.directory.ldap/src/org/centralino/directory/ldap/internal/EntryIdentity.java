/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.ldap.internal;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.util.StaticUtils;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.text.ParseException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * Which entry it is, for as long as it exists, and when it came and changed. Immutable.
 *
 * @param key by what the server itself tells it from others even when it is renamed; its name where it has nothing of the kind
 * @param created by the server's clock; the epoch where it does not say
 * @param changed the same
 */
record EntryIdentity(String key, Instant created, Instant changed) {

    /** What must be asked for: RFC 4530, and what Active Directory, 389, FreeIPA and eDirectory have in its place. */
    static final List<String> ATTRIBUTES = List.of(
            "entryUUID",
            "objectGUID",
            "nsUniqueId",
            "ipaUniqueID",
            "GUID",
            "createTimestamp",
            "modifyTimestamp",
            "whenCreated",
            "whenChanged");

    static EntryIdentity of(Entry entry) {
        return new EntryIdentity(
                key(entry),
                time(entry, "whenCreated", "createTimestamp"),
                time(entry, "whenChanged", "modifyTimestamp"));
    }

    private static String key(Entry entry) {
        String uuid = entry.getAttributeValue("entryUUID");
        if (uuid != null) {
            return uuid;
        }
        byte[] objectGuid = entry.getAttributeValueBytes("objectGUID");
        if (objectGuid != null && objectGuid.length == 16) {
            return microsoft(objectGuid);
        }
        for (String attribute : List.of("nsUniqueId", "ipaUniqueID")) {
            String id = entry.getAttributeValue(attribute);
            if (id != null) {
                return id;
            }
        }
        byte[] guid = entry.getAttributeValueBytes("GUID");
        if (guid != null) {
            return HexFormat.of().formatHex(guid);
        }
        try {
            return entry.getParsedDN().toNormalizedString();
        } catch (LDAPException e) {
            return entry.getDN().toLowerCase(Locale.ROOT);
        }
    }

    /** The first three parts of Microsoft's GUIDs have their lowest byte first. */
    private static String microsoft(byte[] guid) {
        ByteBuffer bytes = ByteBuffer.wrap(guid).order(ByteOrder.LITTLE_ENDIAN);
        long high = Integer.toUnsignedLong(bytes.getInt()) << 32
                | Short.toUnsignedLong(bytes.getShort()) << 16
                | Short.toUnsignedLong(bytes.getShort());
        return new UUID(high, bytes.order(ByteOrder.BIG_ENDIAN).getLong()).toString();
    }

    private static Instant time(Entry entry, String... attributes) {
        for (String attribute : attributes) {
            String time = entry.getAttributeValue(attribute);
            if (time != null) {
                try {
                    return StaticUtils.decodeGeneralizedTime(time).toInstant();
                } catch (ParseException e) {
                    return Instant.EPOCH;
                }
            }
        }
        return Instant.EPOCH;
    }
}
