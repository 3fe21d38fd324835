/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.directory.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.centralino.directory.Kind;
import org.centralino.directory.Match;
import org.centralino.directory.Phone;
import org.centralino.directory.SearchQuery.Scope;
import org.centralino.directory.SourceStatus;
import org.centralino.directory.SourceStatus.State;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;
import org.junit.jupiter.api.Test;

class WordsTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    @Test
    void a_row_is_read_with_everything_that_it_shows() {
        Match match = new Match(
                FakeDirectory.person("Rozzi Carlo", Kind.EXTERNAL, "Magazzino", new Phone("330", Phone.Type.WORK)),
                Match.How.SOUNDS_ALIKE,
                List.of(),
                "330",
                true);

        RowView row = Words.row(match, 4, 1200);

        assertThat(row.why()).isEqualTo(Messages.soundsAlike);
        assertThat(row.kind()).isEqualTo(Messages.external);
        assertThat(row.reading())
                .isEqualTo(String.join(
                        ", ",
                        "Rozzi Carlo",
                        "Magazzino",
                        "330",
                        Messages.external,
                        Messages.favourite,
                        Messages.soundsAlike,
                        NLS.bind(Messages.place, "5", Words.number(1200))));
    }

    @Test
    void what_is_written_from_right_to_left_is_kept_apart() {
        assertThat(Words.within("Rossi")).isEqualTo("Rossi");
        assertThat(Words.within("\u05e8\u05d5\u05e1\u05d9")).isEqualTo("\u2068\u05e8\u05d5\u05e1\u05d9\u2069");
    }

    @Test
    void a_count_that_was_not_finished_says_so() {
        assertThat(Words.count(1000, false)).isEqualTo(Words.number(1000) + "+");
        assertThat(Words.found(0, true, null)).isEqualTo(Messages.heardNobody);
    }

    @Test
    void the_status_tells_how_old_the_oldest_source_is() {
        SourceWords.Summary summary = SourceWords.summary(
                List.of(
                        source("a", State.READY, 18_000, Duration.ofMinutes(3)),
                        source("b", State.WAITING, 204, Duration.ofSeconds(20)),
                        source("local", State.READY, 1, Duration.ofDays(9))),
                NOW);

        assertThat(summary.text())
                .isEqualTo(NLS.bind(
                        Messages.statusAge,
                        NLS.bind(Messages.statusMany, Words.number(18_205)),
                        NLS.bind(Messages.ageMinutes, 3)));
        assertThat(summary.trouble()).isFalse();
    }

    @Test
    void a_source_that_is_down_is_told_with_the_reason_and_its_copy_with_its_age() {
        SourceWords.Summary summary =
                SourceWords.summary(List.of(source("a", State.FAILED, 12, Duration.ofHours(5))), NOW);

        assertThat(summary.trouble()).isTrue();
        assertThat(summary.more()).isEqualTo("a: does not answer");
        assertThat(summary.text()).contains(NLS.bind(Messages.ageHours, 5));
    }

    @Test
    void the_first_reading_tells_how_far_it_is() {
        SourceWords.Summary summary = SourceWords.summary(List.of(source("a", State.LOADING, 0, null)), NOW);

        assertThat(summary.text()).isEqualTo(NLS.bind(Messages.statusReading, NLS.bind(Messages.readOf, "50", "200")));
        assertThat(SourceWords.percent(source("a", State.LOADING, 0, null))).isEqualTo(25);
    }

    @Test
    void ages_are_told_in_the_largest_unit() {
        assertThat(SourceWords.age(NOW.plusSeconds(5), NOW)).isEqualTo(Messages.ageNow);
        assertThat(SourceWords.age(NOW.minusSeconds(59), NOW)).isEqualTo(Messages.ageNow);
        assertThat(SourceWords.age(NOW.minusSeconds(3599), NOW)).isEqualTo(NLS.bind(Messages.ageMinutes, 59));
        assertThat(SourceWords.age(NOW.minus(Duration.ofHours(47)), NOW)).isEqualTo(Messages.ageDay);
        assertThat(SourceWords.age(NOW.minus(Duration.ofDays(3)), NOW)).isEqualTo(NLS.bind(Messages.ageDays, 3));
    }

    @Test
    void an_empty_list_says_what_to_do() {
        List<SourceStatus> none = List.of(source("local", State.READY, 0, Duration.ZERO));
        List<SourceStatus> loading = List.of(source("a", State.LOADING, 0, null));

        assertThat(Empties.of("", Scope.ALL, false, List.of(), true).title()).isEqualTo(Messages.opening);
        assertThat(Empties.of("", Scope.ALL, true, none, true).title()).isEqualTo(Messages.noContacts);
        assertThat(Empties.of("", Scope.ALL, true, none, true).create()).isTrue();
        assertThat(Empties.of("", Scope.ALL, true, loading, true).title()).isEqualTo(Messages.reading);
        assertThat(Empties.of("", Scope.FAVOURITES, true, none, true).title()).isEqualTo(Messages.noFavourites);
        assertThat(Empties.of("x", Scope.INTERNAL, true, none, true).detail()).isEqualTo(Messages.tryAll);
        assertThat(Empties.of("x".repeat(500), Scope.ALL, true, none, true).title())
                .hasSizeLessThan(80);
    }

    private static SourceStatus source(String id, State state, int contacts, @Nullable Duration age) {
        return new SourceStatus(
                id,
                id,
                Kind.INTERNAL,
                state,
                contacts,
                age == null ? null : NOW.minus(age),
                50,
                200,
                state == State.FAILED ? "does not answer\nmore of it" : null,
                List.of());
    }
}
