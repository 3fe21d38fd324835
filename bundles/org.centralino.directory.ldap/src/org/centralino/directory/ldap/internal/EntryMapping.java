/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.ldap.internal;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.centralino.directory.Contact;
import org.centralino.directory.ContactId;
import org.centralino.directory.Phone;
import org.centralino.directory.source.ContactSink;
import org.centralino.directory.source.SourceException;
import org.centralino.directory.source.SourceSettings;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;

/** Makes contacts of entries, by the settings' map of attributes and {@link Field}'s where that says nothing. */
final class EntryMapping {
    private static final Pattern ATTRIBUTE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]*(;[A-Za-z0-9-]+)*");

    /** Of an address where it is not given as a whole. */
    private static final List<String> ADDRESS_PARTS =
            List.of("street", "streetAddress", "postOfficeBox", "postalCode", "l", "st", "co");

    private final SourceSettings settings;
    private final ContactSink problems;
    private final Map<Field, List<String>> attributes = new EnumMap<>(Field.class);

    /** @param problems told of settings and values that cannot be used */
    EntryMapping(SourceSettings settings, ContactSink problems) throws SourceException {
        this.settings = settings;
        this.problems = problems;
        Map<String, List<String>> own = new LinkedHashMap<>(settings.object("attributes"));
        for (Field field : Field.values()) {
            attributes.put(field, checked(field, own.getOrDefault(field.key(), field.attributes())));
            own.remove(field.key());
        }
        own.keySet().forEach(name -> problems.problem("attributes." + name, Messages.unknownField));
    }

    /** Everything to ask for. */
    Set<String> attributes() {
        Set<String> all = new LinkedHashSet<>();
        attributes.values().forEach(all::addAll);
        if (composesAddresses()) {
            all.addAll(ADDRESS_PARTS);
        }
        return all;
    }

    /** Entries with a number that can be dialled. */
    Filter withNumber() {
        List<Filter> numbers = new ArrayList<>();
        attributes.forEach((field, names) -> {
            if (field.phone() != null && field.phone() != Phone.Type.FAX) {
                names.forEach(name -> numbers.add(Filter.createPresenceFilter(name)));
            }
        });
        return Filter.createORFilter(numbers);
    }

    /** The contact that an entry describes; null where it has neither name nor number. */
    @Nullable
    Contact contact(Entry entry, String key, boolean hasPhoto) {
        List<Phone> phones = phones(entry);
        List<String> emails = texts(entry, Field.EMAIL, false);
        String given = text(entry, Field.GIVEN_NAME);
        String family = text(entry, Field.FAMILY_NAME);
        String name = text(entry, Field.NAME);
        if (name.isEmpty()) {
            name = (given + " " + family).strip();
        }
        if (name.isEmpty()) {
            name = !emails.isEmpty()
                    ? emails.get(0)
                    : !phones.isEmpty() ? phones.get(0).number() : "";
        }
        if (name.isEmpty()) {
            return null;
        }
        return new Contact(
                new ContactId(settings.id(), key),
                settings.kind(),
                name,
                given,
                family,
                text(entry, Field.ORGANISATION),
                text(entry, Field.DEPARTMENT),
                text(entry, Field.TITLE),
                phones,
                emails,
                addresses(entry),
                String.join("\n", texts(entry, Field.NOTE, true)),
                web(entry),
                hasPhoto);
    }

    /** The picture of an entry as it came; null where it has none. */
    byte @Nullable [] photo(Entry entry) {
        for (String attribute : names(Field.PHOTO)) {
            byte[] photo = entry.getAttributeValueBytes(attribute);
            if (photo != null && photo.length > 0) {
                return photo;
            }
        }
        return null;
    }

    private List<Phone> phones(Entry entry) {
        Map<String, Phone> phones = new LinkedHashMap<>();
        for (Field field : Field.values()) {
            Phone.Type type = field.phone();
            if (type != null) {
                for (String text : texts(entry, field, false)) {
                    String number = number(text, type);
                    if (isNumber(number)) {
                        phones.putIfAbsent(number.replaceAll("[^\\p{L}\\p{N}@+]", ""), new Phone(number, type));
                    }
                }
            }
        }
        return List.copyOf(phones.values());
    }

    private static String number(String text, Phone.Type type) {
        String number =
                text.regionMatches(true, 0, "tel:", 0, 4) ? text.substring(4).split(";", 2)[0] : text;
        // What a fax machine can do follows its number (RFC 4517, 3.3.11).
        return (type == Phone.Type.FAX ? number.split("\\$", 2)[0] : number).strip();
    }

    private static boolean isNumber(String text) {
        return text.regionMatches(true, 0, "sip:", 0, 4)
                ? text.length() > 4
                : text.chars().anyMatch(Character::isDigit);
    }

    private List<String> addresses(Entry entry) {
        List<String> addresses = new ArrayList<>();
        for (String address : texts(entry, Field.ADDRESS, true)) {
            addresses.add(PostalAddress.decode(address));
        }
        if (addresses.isEmpty() && composesAddresses()) {
            Map<String, String> parts = new LinkedHashMap<>();
            ADDRESS_PARTS.forEach(part -> parts.put(part, String.join("\n", texts(entry, List.of(part), true, true))));
            String address = PostalAddress.compose(parts);
            if (!address.isEmpty()) {
                addresses.add(address);
            }
        }
        return addresses;
    }

    private boolean composesAddresses() {
        return names(Field.ADDRESS).equals(Field.ADDRESS.attributes());
    }

    /** The first page of an entry; what follows an address is its label (RFC 2079). */
    private @Nullable String web(Entry entry) {
        for (String text : texts(entry, Field.WEB, false)) {
            String address = text.split(" ", 2)[0];
            if (address.regionMatches(true, 0, "http://", 0, 7) || address.regionMatches(true, 0, "https://", 0, 8)) {
                return address;
            }
        }
        return null;
    }

    private String text(Entry entry, Field field) {
        List<String> texts = texts(entry, names(field), false, true);
        return texts.isEmpty() ? "" : texts.get(0);
    }

    private List<String> texts(Entry entry, Field field, boolean lines) {
        return texts(entry, names(field), lines, false);
    }

    /** @param first whether the attribute that has a value first is enough */
    private List<String> texts(Entry entry, List<String> names, boolean lines, boolean first) {
        List<String> texts = new ArrayList<>();
        for (String name : names) {
            Attribute attribute = entry.getAttribute(name);
            if (attribute != null) {
                for (ASN1OctetString value : attribute.getRawValues()) {
                    add(texts, entry, name, value.getValue(), lines);
                }
                if (first && !texts.isEmpty()) {
                    break;
                }
            }
        }
        return texts;
    }

    private void add(List<String> texts, Entry entry, String attribute, byte[] value, boolean lines) {
        String text = Texts.decode(value);
        if (text == null) {
            problems.problem(name(entry), NLS.bind(Messages.notText, attribute));
            return;
        }
        String clean = lines ? Texts.lines(text) : Texts.line(text);
        if (!clean.isEmpty()) {
            texts.add(clean);
        }
    }

    /** An entry as it is called where problems are told. */
    static String name(Entry entry) {
        String dn = Texts.line(entry.getDN());
        return dn.length() > 200 ? dn.substring(0, 200) + "…" : dn;
    }

    private List<String> names(Field field) {
        return attributes.getOrDefault(field, List.of());
    }

    private static List<String> checked(Field field, List<String> names) throws SourceException {
        for (String name : names) {
            if (!ATTRIBUTE.matcher(name).matches()) {
                throw LdapSettings.bad("attributes." + field.key(), name);
            }
        }
        return List.copyOf(names);
    }
}
