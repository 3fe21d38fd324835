/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.history.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.centralino.history.HistoryEntry;
import org.centralino.history.HistoryEntry.Part;
import org.centralino.telephony.EndReason;
import org.centralino.telephony.EndReason.Kind;
import org.centralino.ui.EndReasonWords;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WordsTest {

    private static final LocalDate TODAY = LocalDate.ofInstant(FakeHistory.NOW, ZoneOffset.UTC);

    private final Words words = new Words(ZoneOffset.UTC);

    @Test
    void a_missed_call_stands_out_by_its_shape_and_words_until_it_is_seen() {
        CallLine line = words.among(entry(false, "201", "Maria Rossi", Kind.MISSED));

        assertThat(line.glyph()).isEqualTo(Glyph.CALL_MISSED);
        assertThat(line.news()).isTrue();
        assertThat(line.title()).isEqualTo("Maria Rossi");
        assertThat(line.aside()).isEqualTo("201");
        assertThat(line.detail()).isEqualTo(ended(Kind.MISSED) + " \u00b7 " + NLS.bind(Messages.rang, "1:10"));
        assertThat(line.callBack()).isEqualTo(NLS.bind(Messages.callBackNamed, "Maria Rossi"));
    }

    @Test
    void a_row_says_all_it_shows_to_a_screen_reader() {
        CallLine line = words.among(entry(true, "201", "Maria Rossi", Kind.PEER_HUNG_UP));

        assertThat(line.reading())
                .startsWith(Messages.outgoingCall + ", Maria Rossi, 201, ")
                .contains(line.time())
                .endsWith(ended(Kind.PEER_HUNG_UP) + ", 1:05");
    }

    @Test
    void held_and_transferred_parts_are_told() {
        CallLine line = words.among(entry(
                false,
                "201",
                "",
                Kind.TRANSFERRED,
                new Part.Held(FakeHistory.NOW, FakeHistory.NOW.plusSeconds(30)),
                new Part.Held(FakeHistory.NOW, FakeHistory.NOW.plusSeconds(4)),
                new Part.Transferred(FakeHistory.NOW, "202", false),
                new Part.Transferred(FakeHistory.NOW, "Luca Ferri", true)));

        assertThat(line.detail())
                .isEqualTo(String.join(
                        " \u00b7 ",
                        "1:05",
                        NLS.bind(Messages.held, "0:34"),
                        NLS.bind(Messages.transferFailed, "202"),
                        NLS.bind(Messages.transferredTo, "Luca Ferri")));
    }

    @Test
    void who_withheld_the_number_cannot_be_called_back() {
        CallLine line = words.among(entry(false, "", "", Kind.MISSED));

        assertThat(line.title()).isEqualTo(Messages.withheld);
        assertThat(line.callBack()).isEmpty();
    }

    @Test
    void a_call_that_goes_on_is_told_from_one_whose_end_nobody_saw() {
        HistoryEntry up = entry(true, "201", "", null);
        HistoryEntry lost = new HistoryEntry(
                2,
                true,
                "201",
                "",
                null,
                "",
                FakeHistory.NOW,
                null,
                null,
                new EndReason(Kind.FAILED, 0, ""),
                List.of(),
                true);

        assertThat(words.among(up).detail()).isEqualTo(Messages.calling);
        assertThat(words.among(lost).detail()).isEqualTo(Messages.endUnknown);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void every_end_has_words(Kind kind) {
        assertThat(words.among(entry(true, "201", "", kind)).detail()).isNotBlank();
    }

    @Test
    void in_the_timeline_of_a_contact_a_row_says_what_happened_and_when() {
        CallLine line = words.with(entry(true, "201", "Maria Rossi", Kind.HUNG_UP), TODAY);

        assertThat(line.title()).isEqualTo(Messages.outgoingCall);
        assertThat(line.aside()).startsWith(NLS.bind(Messages.todayAt, "").strip());
        assertThat(line.detail()).isEqualTo(Messages.youHungUp + " \u00b7 1:05 \u00b7 201");
    }

    @ParameterizedTest
    @CsvSource({"0, 0:00", "65, 1:05", "3599, 59:59", "3600, 1:00:00", "-3, 0:00"})
    void times_are_minutes_and_seconds(long seconds, String clock) {
        assertThat(Words.clock(Duration.ofSeconds(seconds))).isEqualTo(clock);
    }

    private static String ended(Kind kind) {
        return EndReasonWords.of(new EndReason(kind, 0, ""));
    }

    private static HistoryEntry entry(boolean outgoing, String number, String name, @Nullable Kind end, Part... parts) {
        return FakeHistory.entry(1, 10, outgoing, number, name, null, end, List.of(parts));
    }
}
