/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.history.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.centralino.history.HistoryEntry;
import org.centralino.history.HistoryEntry.Part;
import org.centralino.history.HistoryQuery;
import org.centralino.telephony.EndReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvExportTest {

    private static final Instant START = Instant.parse("2026-11-23T09:00:00Z");
    private static final HistoryQuery ALL = new HistoryQuery("", null, false, Long.MAX_VALUE, 1);

    @TempDir
    Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+cmd|' /C calc'!A0",
                "-2+3",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                " =1+1",
                "\uff1d1",
                "+39-02-5550",
                "+",
                "+39*2"
            })
    void no_cell_is_one_that_a_spreadsheet_would_run(String text) {
        assertThat(Cell.of(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+39 02 5550 142", "+390255501", "0255501", "Maria Rossi", "201@elsewhere.test", "", "x=1"})
    void what_is_harmless_stays_as_it_is(String text) {
        assertThat(Cell.of(text)).isEqualTo(text);
    }

    @Test
    void it_is_written_as_rfc_4180_wants_it_with_a_byte_order_mark() throws Exception {
        HistoryEntry entry = new HistoryEntry(
                1,
                false,
                "+39 02 5550",
                "Rossi, \"Maria\"",
                null,
                "=HYPERLINK(1)",
                START,
                START.plusSeconds(5),
                START.plusSeconds(65),
                new EndReason(EndReason.Kind.PEER_HUNG_UP, 0, ""),
                List.of(
                        new Part.Held(START.plusSeconds(10), START.plusSeconds(22)),
                        new Part.Transferred(START.plusSeconds(60), "202", false)),
                true);
        Path file = folder.resolve("calls.csv");
        Files.writeString(file, "what was there before");

        int written = new CsvExport(ZoneOffset.UTC, ALL, query -> List.of(entry)).write(file);

        assertThat(written).isEqualTo(1);
        String text = Files.readString(file, StandardCharsets.UTF_8);
        assertThat(text).startsWith("\ufeff\"");
        assertThat(text.split("\r\n")[1])
                .isEqualTo("\"" + Messages.csvIn + "\",\"Rossi, \"\"Maria\"\"\",\"+39 02 5550\",\"'=HYPERLINK(1)\","
                        + "\"2026-11-23 09:00:00\",\"2026-11-23 09:00:05\",\"2026-11-23 09:01:05\",60,\""
                        + Messages.outcomeAnswered + "\",12,\"202 (" + Messages.csvTransferFailed + ")\"");
        assertThat(text).endsWith("\r\n").doesNotContain("\n\n");
    }

    @Test
    void all_pages_are_written() throws Exception {
        List<HistoryEntry> entries = IntStream.rangeClosed(1, 1200)
                .mapToObj(i ->
                        new HistoryEntry(1201 - i, true, "201", "", null, "", START, null, null, null, List.of(), true))
                .toList();
        Path file = folder.resolve("calls.csv");

        int written = new CsvExport(
                        ZoneOffset.UTC,
                        ALL,
                        query -> entries.stream()
                                .filter(entry -> entry.id() < query.before())
                                .limit(query.limit())
                                .toList())
                .write(file);

        assertThat(written).isEqualTo(1200);
        assertThat(Files.readAllLines(file)).hasSize(1201);
    }

    @Test
    void where_it_fails_the_file_is_as_it_was_before() throws Exception {
        Path file = folder.resolve("calls.csv");
        Files.writeString(file, "before");

        assertThatThrownBy(() -> new CsvExport(ZoneOffset.UTC, ALL, query -> {
                            throw new IOException("meant to fail");
                        })
                        .write(file))
                .isInstanceOf(IOException.class);

        assertThat(Files.readString(file)).isEqualTo("before");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }
}
