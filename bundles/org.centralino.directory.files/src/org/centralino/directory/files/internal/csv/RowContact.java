/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.files.internal.csv;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.centralino.directory.Contact;
import org.centralino.directory.ContactId;
import org.centralino.directory.Kind;
import org.centralino.directory.Phone;
import org.centralino.directory.files.internal.CleanText;
import org.centralino.directory.files.internal.Keys;
import org.centralino.directory.files.internal.Numbers;
import org.eclipse.jdt.annotation.Nullable;

/** What a row says, as a contact has it. */
final class RowContact {

    /** What Google puts between several values of one cell. */
    private static final Pattern BETWEEN = Pattern.compile("\\s+:::\\s+");

    private static final Pattern WEB = Pattern.compile("(?i)https?://[^\\s<>\"]+");
    private static final Set<Field> PARTS =
            EnumSet.of(Field.STREET, Field.POSTCODE, Field.CITY, Field.REGION, Field.COUNTRY);

    private final Columns columns;
    private final List<String> cells;
    private final Kind kind;

    private RowContact(Columns columns, List<String> cells, Kind kind) {
        this.columns = columns;
        this.cells = cells;
        this.kind = kind;
    }

    /** The contact of a row; null where it has neither a name nor a number. */
    static @Nullable Contact of(List<String> cells, Columns columns, String source, Kind kind) {
        return new RowContact(columns, cells, kind).contact(source);
    }

    private @Nullable Contact contact(String source) {
        List<Phone> phones = phones();
        List<String> emails = emails();
        String given = first(Field.GIVEN_NAME);
        String family = first(Field.FAMILY_NAME);
        String organisation = first(Field.ORGANISATION);
        String parts = CleanText.line(given + " " + first(Field.MIDDLE_NAME) + " " + family);
        String name = Stream.of(
                        first(Field.NAME),
                        parts,
                        organisation,
                        emails.isEmpty() ? "" : emails.get(0),
                        phones.isEmpty() ? "" : phones.get(0).number())
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
        if (name.isEmpty()) {
            return null;
        }
        String id = first(Field.ID);
        String key = id.isEmpty() ? Keys.of(name, organisation, emails, phones) : Keys.of(id);
        return new Contact(
                new ContactId(source, key),
                kind,
                name,
                given,
                family,
                organisation,
                first(Field.DEPARTMENT),
                first(Field.TITLE),
                phones,
                emails,
                addresses(),
                all(Field.NOTE)
                        .map(CleanText::lines)
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining("\n")),
                web(),
                false);
    }

    private String cell(Columns.Column column) {
        return column.place() < cells.size() ? cells.get(column.place()) : "";
    }

    private Stream<String> all(Field field) {
        return columns.list().stream().filter(column -> column.field() == field).map(this::cell);
    }

    private String first(Field field) {
        for (Columns.Column column : columns.list()) {
            if (column.field() == field) {
                String text = CleanText.line(cell(column));
                if (!text.isEmpty()) {
                    return text;
                }
            }
        }
        return "";
    }

    private List<Phone> phones() {
        List<Phone> phones = new ArrayList<>();
        Set<String> numbers = new HashSet<>();
        for (Columns.Column column : columns.list()) {
            Phone.Type type = column.field().phone();
            String cell = cell(column);
            if (type == null || cell.isBlank()) {
                continue;
            }
            for (String text : BETWEEN.split(cell)) {
                Phone phone = Numbers.phone(sip(column, text), type(column, type), kind);
                if (phone != null && numbers.add(phone.number())) {
                    phones.add(phone);
                }
            }
        }
        phones.sort(Comparator.comparing(Phone::type));
        return phones;
    }

    private static String sip(Columns.Column column, String text) {
        boolean bare = column.field() == Field.SIP && text.indexOf(':') < 0;
        return bare ? "sip:" + text.strip() : text;
    }

    private Phone.Type type(Columns.Column number, Phone.Type absent) {
        if (number.field() != Field.NUMBER) {
            return absent;
        }
        for (Columns.Column column : columns.list()) {
            if (column.field() == Field.TYPE && column.group().equals(number.group())) {
                return Numbers.type(cell(column), absent);
            }
        }
        return absent;
    }

    private List<String> emails() {
        Set<String> found = new LinkedHashSet<>();
        all(Field.EMAIL).flatMap(BETWEEN::splitAsStream).map(CleanText::line).forEach(address -> {
            if (address.indexOf('@') > 0 && address.indexOf(' ') < 0) {
                found.add(address);
            }
        });
        return new ArrayList<>(found);
    }

    /** Whole ones; where there is none, those of parts. */
    private List<String> addresses() {
        List<String> whole = all(Field.ADDRESS)
                .map(CleanText::lines)
                .filter(text -> !text.isEmpty())
                .distinct()
                .toList();
        if (!whole.isEmpty()) {
            return whole;
        }
        Map<String, Map<Field, String>> groups = new LinkedHashMap<>();
        for (Columns.Column column : columns.list()) {
            if (PARTS.contains(column.field())) {
                groups.computeIfAbsent(column.group(), any -> new EnumMap<>(Field.class))
                        .merge(column.field(), CleanText.lines(cell(column)), (first, second) -> first + "\n" + second);
            }
        }
        return groups.values().stream()
                .map(RowContact::address)
                .filter(text -> !text.isEmpty())
                .distinct()
                .toList();
    }

    private static String address(Map<Field, String> parts) {
        String town = Stream.of(Field.POSTCODE, Field.CITY, Field.REGION)
                .map(part -> parts.getOrDefault(part, ""))
                .collect(Collectors.joining(" "));
        return Stream.of(parts.getOrDefault(Field.STREET, ""), town, parts.getOrDefault(Field.COUNTRY, ""))
                .map(CleanText::lines)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private @Nullable String web() {
        String address = first(Field.WEB);
        if (address.startsWith("www.") && address.indexOf(' ') < 0) {
            return "https://" + address;
        }
        return WEB.matcher(address).matches() ? address : null;
    }
}
