/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.files.internal.csv;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.centralino.directory.files.internal.Messages;
import org.centralino.directory.source.SourceException;
import org.centralino.directory.source.SourceSettings;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;

/**
 * Which column is what.
 *
 * @param list the columns that are known, in the order of {@link Field}, then of the file
 * @param width how many columns there are, known or not
 */
record Columns(List<Column> list, int width) {

    private static final Set<String> SALUTATION = Set.of("title", "titel");

    /** One that is known, by its place from 0. */
    record Column(Field field, String group, int place) {}

    Columns {
        list = List.copyOf(list);
    }

    /** Whether somebody can be told from a row by it. */
    boolean isUseful() {
        return list.stream()
                .anyMatch(column -> column.field().phone() != null
                        || column.field() == Field.NAME
                        || column.field() == Field.FAMILY_NAME
                        || column.field() == Field.ORGANISATION);
    }

    /** By the headings alone. */
    static Columns found(List<String> headings) {
        List<Column> columns = new ArrayList<>();
        long titles = headings.stream()
                .map(Columns::field)
                .filter(Field.TITLE::equals)
                .count();
        boolean surname = headings.stream().map(Columns::field).anyMatch(Field.FAMILY_NAME::equals);
        boolean forename = headings.stream().map(Columns::field).anyMatch(Field.GIVEN_NAME::equals);
        for (int place = 0; place < headings.size(); place++) {
            String heading = headings.get(place);
            String folded = Headings.folded(heading);
            Headings.Meaning meaning = Headings.of(heading);
            if (titles > 1 && SALUTATION.contains(folded)) {
                // Mr. or Mrs., where another column has what they do.
                continue;
            }
            if (folded.equals("nome")) {
                // The first name where there is another column for the surname, as Outlook writes it in Italian.
                columns.add(new Column(surname ? Field.GIVEN_NAME : Field.NAME, "", place));
            } else if (folded.equals("name")
                    && forename
                    && !surname
                    && headings.stream().anyMatch(Columns::isVorname)) {
                columns.add(new Column(Field.FAMILY_NAME, "", place));
            } else if (meaning != null) {
                columns.add(new Column(meaning.field(), meaning.group(), place));
            }
        }
        return sorted(columns, headings.size());
    }

    /** By what the profile says, {@code columns.*}, which must all be there. */
    static Columns named(SourceSettings settings, List<String> headings, String file) throws SourceException {
        List<Column> columns = new ArrayList<>();
        for (Map.Entry<String, List<String>> entry : settings.object("columns").entrySet()) {
            Field field = Field.of(entry.getKey());
            if (field == null) {
                throw new SourceException(NLS.bind(Messages.csvField, entry.getKey()), null);
            }
            for (String name : entry.getValue()) {
                int place = place(headings, name);
                if (place < 0) {
                    throw new SourceException(
                            NLS.bind(Messages.csvColumn, new Object[] {file, name, entry.getKey()}), null);
                }
                columns.add(new Column(field, "", place));
            }
        }
        return sorted(columns, headings.size());
    }

    /** How many of the columns that the profile names are there. */
    static long present(SourceSettings settings, List<String> headings) {
        return settings.object("columns").values().stream()
                .flatMap(List::stream)
                .filter(name -> place(headings, name) >= 0)
                .count();
    }

    private static int place(List<String> headings, String name) {
        for (int place = 0; place < headings.size(); place++) {
            if (headings.get(place).equalsIgnoreCase(name.strip())) {
                return place;
            }
        }
        return -1;
    }

    private static Columns sorted(List<Column> columns, int width) {
        columns.sort(Comparator.comparing(Column::field).thenComparing(Column::place));
        return new Columns(columns, width);
    }

    private static @Nullable Field field(String heading) {
        Headings.Meaning meaning = Headings.of(heading);
        return meaning == null ? null : meaning.field();
    }

    private static boolean isVorname(String heading) {
        return Headings.folded(heading).equals("vorname");
    }
}
