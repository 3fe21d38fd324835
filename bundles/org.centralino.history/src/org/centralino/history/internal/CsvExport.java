/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.history.internal;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;
import org.centralino.history.HistoryEntry;
import org.centralino.history.HistoryEntry.Part;
import org.centralino.history.HistoryQuery;
import org.eclipse.jdt.annotation.Nullable;

/** Writes entries as CSV. */
final class CsvExport {

    /** Answers one page of what is to be written. */
    @FunctionalInterface
    interface Pages {
        List<HistoryEntry> get(HistoryQuery query) throws Exception;
    }

    private static final char BYTE_ORDER_MARK = '\ufeff';

    private final DateTimeFormatter time;
    private final HistoryQuery query;
    private final Pages pages;

    CsvExport(ZoneId zone, HistoryQuery query, Pages pages) {
        time = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(zone);
        this.query = query;
        this.pages = pages;
    }

    /** Writes all; the file is there in whole or as it was before. Returns how many entries there are. */
    int write(Path file) throws Exception {
        Path whole = file.toAbsolutePath();
        Path folder = whole.getParent();
        if (folder == null) {
            throw new IOException("No file can be at " + file);
        }
        Path part = Files.createTempFile(folder, ".calls-", ".csv");
        try {
            int entries;
            // Texts in quotes: programs that can then take them for texts, with their leading zeros and plus signs.
            try (Writer out = new OutputStreamWriter(Files.newOutputStream(part), StandardCharsets.UTF_8);
                    CSVPrinter csv = new CSVPrinter(
                            out,
                            CSVFormat.RFC4180
                                    .builder()
                                    .setQuoteMode(QuoteMode.NON_NUMERIC)
                                    .get())) {
                out.write(BYTE_ORDER_MARK);
                entries = print(csv);
            }
            move(part, whole);
            return entries;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void move(Path part, Path whole) throws IOException {
        try {
            Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private int print(CSVPrinter csv) throws Exception {
        csv.printRecord(
                Messages.csvDirection,
                Messages.csvName,
                Messages.csvNumber,
                Messages.csvFor,
                Messages.csvStart,
                Messages.csvAnswered,
                Messages.csvEnd,
                Messages.csvSeconds,
                Messages.csvOutcome,
                Messages.csvHeld,
                Messages.csvTransfers);
        int entries = 0;
        long before = query.before();
        while (true) {
            List<HistoryEntry> page =
                    pages.get(new HistoryQuery(query.text(), query.contact(), query.missed(), before, CallStore.PAGE));
            for (HistoryEntry entry : page) {
                print(csv, entry);
            }
            entries += page.size();
            if (page.size() < CallStore.PAGE) {
                return entries;
            }
            before = page.getLast().id();
        }
    }

    private void print(CSVPrinter csv, HistoryEntry entry) throws IOException {
        Instant answered = entry.answered();
        Instant ended = entry.ended();
        csv.printRecord(
                entry.outgoing() ? Messages.csvOut : Messages.csvIn,
                Cell.of(entry.name()),
                Cell.of(entry.number()),
                Cell.of(entry.divertedFrom()),
                time(entry.start()),
                time(answered),
                time(ended),
                answered == null || ended == null
                        ? null
                        : Duration.between(answered, ended).toSeconds(),
                Outcome.words(entry),
                held(entry),
                Cell.of(transfers(entry)));
    }

    private String time(@Nullable Instant instant) {
        return instant == null ? "" : time.format(instant);
    }

    private static long held(HistoryEntry entry) {
        long seconds = 0;
        for (Part part : entry.parts()) {
            if (part instanceof Part.Held held) {
                Instant until = held.until();
                seconds +=
                        until == null ? 0 : Duration.between(held.from(), until).toSeconds();
            }
        }
        return seconds;
    }

    private static String transfers(HistoryEntry entry) {
        StringBuilder all = new StringBuilder();
        for (Part part : entry.parts()) {
            if (part instanceof Part.Transferred transfer) {
                all.append(all.isEmpty() ? "" : "; ").append(transfer.to());
                all.append(transfer.succeeded() ? "" : " (" + Messages.csvTransferFailed + ")");
            }
        }
        return all.toString();
    }
}
