/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.files.internal.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.centralino.directory.Contact;
import org.centralino.directory.files.internal.Messages;
import org.centralino.directory.source.ContactSink;
import org.centralino.directory.source.SourceException;
import org.centralino.directory.source.SourceSettings;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;

/** One table: finds how it is written, then gives its rows to a sink, each read by itself. */
final class Table {

    private static final char[] DELIMITERS = {',', ';', '\t', '|'};

    private final Path file;
    private final String where;
    private final SourceSettings settings;
    private final TextEncoding encoding;

    private record Shape(char delimiter, CSVFormat format, int headingLine, Columns columns) {}

    Table(Path file, String where, SourceSettings settings) throws IOException, InterruptedException {
        this.file = file;
        this.where = where;
        this.settings = settings;
        encoding = TextEncoding.of(file);
    }

    /** Gives every row; how many contacts were put. */
    int read(ContactSink sink) throws IOException, SourceException, InterruptedException {
        Shape shape = shape();
        int put = 0;
        try (Reader text = text()) {
            RowSplitter rows = new RowSplitter(text, shape.delimiter());
            for (RowSplitter.Row row = rows.next(); row != null; row = rows.next()) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                if (row.line() > shape.headingLine()) {
                    put += put(row, shape, sink) ? 1 : 0;
                }
            }
        }
        return put;
    }

    private boolean put(RowSplitter.Row row, Shape shape, ContactSink sink) throws InterruptedException {
        String problem = row.problem();
        if (problem == null) {
            List<String> cells = cells(row.text(), shape.format());
            if (cells == null) {
                problem = Messages.rowQuotes;
            } else if (extra(cells, shape.columns().width())) {
                problem = NLS.bind(
                        Messages.rowCells, cells.size(), shape.columns().width());
            } else if (cells.stream().allMatch(String::isBlank)) {
                return false;
            } else {
                Contact contact = RowContact.of(cells, shape.columns(), settings.id(), settings.kind());
                if (contact != null) {
                    sink.put(contact, null);
                    return true;
                }
                problem = Messages.rowNameless;
            }
        }
        sink.problem(NLS.bind(Messages.line, where, row.line()), problem);
        return false;
    }

    private static boolean extra(List<String> cells, int width) {
        return cells.size() > width && cells.stream().skip(width).anyMatch(cell -> !cell.isBlank());
    }

    /** The delimiter that makes the most of the headings. */
    private Shape shape() throws IOException, SourceException {
        Shape best = null;
        long most = 0;
        boolean empty = true;
        for (char delimiter : DELIMITERS) {
            CSVFormat format = format(delimiter);
            RowSplitter.Row row = headings(delimiter);
            empty &= row == null;
            List<String> headings = row == null || row.problem() != null ? null : cells(row.text(), format);
            if (row == null || headings == null) {
                continue;
            }
            boolean named = !settings.object("columns").isEmpty();
            Columns columns = Columns.found(headings);
            long known = named
                    ? Columns.present(settings, headings)
                    : columns.isUseful() ? columns.list().size() : 0;
            if (known > most) {
                most = known;
                best = new Shape(
                        delimiter, format, row.line(), named ? Columns.named(settings, headings, where) : columns);
            }
        }
        if (best == null) {
            throw new SourceException(NLS.bind(empty ? Messages.csvEmpty : Messages.csvHeadings, where), null);
        }
        return best;
    }

    /** The first row, without that in which Excel names the delimiter. */
    private RowSplitter.@Nullable Row headings(char delimiter) throws IOException {
        try (Reader text = text()) {
            RowSplitter rows = new RowSplitter(text, delimiter);
            RowSplitter.Row row = rows.next();
            return row != null && row.text().strip().matches("(?i)\"?sep=.?\"?") ? rows.next() : row;
        }
    }

    private Reader text() throws IOException {
        InputStream in = Files.newInputStream(file);
        in.skipNBytes(encoding.mark());
        return new InputStreamReader(in, encoding.charset());
    }

    private static CSVFormat format(char delimiter) {
        return CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreSurroundingSpaces(true)
                .get();
    }

    /** The cells of one row; null where its quotation marks are not right. */
    private static @Nullable List<String> cells(String row, CSVFormat format) {
        try (CSVParser parser = CSVParser.parse(row, format)) {
            List<CSVRecord> records = parser.getRecords();
            return records.size() == 1 ? records.get(0).toList() : null;
        } catch (IOException | UncheckedIOException e) {
            return null;
        }
    }
}
