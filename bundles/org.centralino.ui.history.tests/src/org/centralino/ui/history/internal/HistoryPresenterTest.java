/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.history.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.centralino.directory.ContactId;
import org.centralino.history.HistoryEntry;
import org.centralino.history.HistoryProblem;
import org.centralino.history.HistoryQuery;
import org.centralino.history.HistoryService;
import org.centralino.telephony.EndReason.Kind;
import org.centralino.ui.contact.Interaction;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;
import org.junit.jupiter.api.Test;

class HistoryPresenterTest implements HistoryPresenter.View, Interaction {

    private final FakeHistory history = new FakeHistory();
    private final FakeCalls calls = new FakeCalls();
    private final List<String> told = new ArrayList<>();
    private final List<String> opened = new ArrayList<>();
    private Instant now = FakeHistory.NOW;
    private @Nullable HistoryService there = history;
    private @Nullable HistoryState shown;

    private final HistoryPresenter presenter = new HistoryPresenter(
            new Services(() -> there, () -> calls, () -> this), Runnable::run, () -> now, ZoneOffset.UTC, this);

    @Test
    void calls_stand_under_their_day_the_latest_first() {
        history.add(3 * 24 * 60, true, "204", "", Kind.BUSY);
        history.add(24 * 60, false, "203", "", Kind.PEER_HUNG_UP);
        history.add(30, false, "202", "", Kind.MISSED);
        history.add(10, true, "201", "", null);

        presenter.start();

        assertThat(texts()).containsExactly(Messages.today, "201", "202", Messages.yesterday, "203", title(3), "204");
        assertThat(state().missed()).isEqualTo(1);
        assertThat(state().empty()).isEmpty();
    }

    @Test
    void at_midnight_today_becomes_yesterday() {
        history.add(10, true, "201", "", Kind.BUSY);
        presenter.start();

        now = now.plus(Duration.ofDays(1));
        presenter.tick();

        assertThat(texts()).startsWith(Messages.yesterday);
    }

    @Test
    void a_day_is_one_card() {
        history.add(30, true, "203", "", Kind.BUSY);
        history.add(20, true, "202", "", Kind.BUSY);
        history.add(10, true, "201", "", Kind.BUSY);

        presenter.start();

        assertThat(lines().map(Item.Line::first)).containsExactly(true, false, false);
        assertThat(lines().map(Item.Line::last)).containsExactly(false, false, true);
    }

    @Test
    void what_is_not_there_is_said_in_words() {
        presenter.start();
        assertThat(state().empty()).isEqualTo(Messages.empty);

        presenter.setMissedOnly(true);
        assertThat(state().empty()).isEqualTo(Messages.emptyMissed);

        presenter.search("rossi");
        assertThat(state().empty()).isEqualTo(NLS.bind(Messages.emptySearch, "rossi"));

        history.broken = true;
        presenter.historyChanged();
        assertThat(state().empty()).isEqualTo(Messages.emptyFailed);
    }

    @Test
    void a_history_that_comes_later_is_looked_for() {
        there = null;
        presenter.start();
        assertThat(presenter.isWaiting()).isTrue();
        assertThat(state().empty()).isEmpty();

        there = history;
        history.add(10, true, "201", "", Kind.BUSY);
        presenter.tick();

        assertThat(presenter.isWaiting()).isFalse();

        assertThat(texts()).contains("201");
    }

    @Test
    void while_one_search_is_under_way_only_the_last_of_those_typed_meanwhile_is_made() {
        history.add(20, false, "202", "Maria Rossi", Kind.MISSED);
        history.add(10, false, "201", "Luca Ferri", Kind.MISSED);
        presenter.start();
        history.slow = true;
        history.asked.clear();

        presenter.search("F");
        presenter.search("Fe");
        presenter.search("Ros");
        answer();
        answer();

        assertThat(history.asked).extracting(HistoryQuery::text).containsExactly("F", "Ros");
        assertThat(texts()).contains("Maria Rossi").doesNotContain("Luca Ferri");
    }

    @Test
    void more_is_read_when_the_end_comes_near_until_there_is_no_more() {
        for (int i = 0; i < 250; i++) {
            history.add(1000 - i, true, String.valueOf(i), "", Kind.BUSY);
        }
        presenter.start();
        assertThat(lines()).hasSize(HistoryPresenter.PAGE);

        presenter.more();
        presenter.more();
        presenter.more();

        assertThat(lines()).hasSize(250);
        assertThat(history.asked).hasSize(3);
    }

    @Test
    void a_new_call_comes_on_top_and_what_was_read_below_stays() {
        for (int i = 0; i < 250; i++) {
            history.add(1000 - i, true, String.valueOf(i), "", Kind.BUSY);
        }
        presenter.start();
        presenter.more();
        history.add(1, true, "new", "", Kind.BUSY);

        presenter.historyChanged();

        assertThat(lines()).hasSize(201);
        assertThat(lines().map(line -> line.entry().number())).startsWith("new").doesNotHaveDuplicates();
    }

    @Test
    void a_call_is_called_back_by_its_number() {
        presenter.commands().callBack(history.add(10, false, "+390255501", "Maria", Kind.MISSED));

        assertThat(calls.dialled).containsExactly("+390255501");
        assertThat(told).containsExactly("");
    }

    @Test
    void who_cannot_be_called_back_is_told_why() {
        presenter.commands().callBack(history.add(10, false, "", "", Kind.MISSED));
        calls.refuses = true;
        presenter.commands().callBack(history.add(10, false, "a b", "", Kind.MISSED));

        assertThat(told).containsExactly(Messages.cannotCallBack, NLS.bind(Messages.cannotDial, "a b"));
    }

    @Test
    void an_entry_is_removed_wherever_it_stands_unless_its_call_goes_on() {
        HistoryEntry old = history.add(20, true, "202", "", Kind.BUSY);
        HistoryEntry up = history.add(10, true, "201", "", null);
        presenter.start();

        presenter.commands().remove(up);
        presenter.commands().remove(old);

        assertThat(history.commands).containsExactly("delete 1");
        assertThat(told).containsExactly(Messages.cannotRemove);
        assertThat(texts()).containsExactly(Messages.today, "201");
    }

    @Test
    void missed_calls_are_seen_as_far_as_they_were_on_the_screen() {
        HistoryEntry older = history.add(20, false, "202", "", Kind.MISSED);
        HistoryEntry latest = history.add(10, false, "201", "", Kind.MISSED);
        presenter.start();

        presenter.seen(older);
        presenter.seen(latest);

        assertThat(history.commands).containsExactly("seen 1", "seen 2");
    }

    @Test
    void a_search_that_hides_missed_calls_marks_none_as_seen() {
        HistoryEntry latest = history.add(10, false, "201", "Maria", Kind.MISSED);
        presenter.start();
        presenter.search("Mar");

        presenter.seen(latest);

        assertThat(history.commands).isEmpty();
    }

    @Test
    void a_contact_is_opened_and_where_there_is_none_one_can_be_made() {
        HistoryEntry known =
                FakeHistory.entry(1, 10, false, "201", "Maria", new ContactId("ldap", "7"), Kind.MISSED, List.of());
        HistoryEntry unknown = history.add(10, false, "202", "", Kind.MISSED);
        CallCommands commands = presenter.commands();

        assertThat(commands.canOpen(known)).isTrue();
        assertThat(commands.canCreate(known)).isFalse();
        assertThat(commands.canOpen(unknown)).isFalse();
        assertThat(commands.canCreate(unknown)).isTrue();
        commands.open(known);
        commands.open(unknown);
        commands.create(unknown);

        assertThat(opened).containsExactly("open 7", "create 202");
    }

    @Test
    void what_is_exported_is_what_the_list_is_about() {
        presenter.setMissedOnly(true);
        presenter.search("Ros");
        presenter.export(Path.of("calls.csv"));
        history.broken = true;
        presenter.export(Path.of("calls.csv"));

        assertThat(history.commands).containsExactly("export Ros missed", "export Ros missed");
        assertThat(told)
                .containsExactly(
                        Messages.exporting,
                        NLS.bind(Messages.exported, 0, "calls.csv"),
                        Messages.exporting,
                        NLS.bind(Messages.exportFailed, "meant to fail"));
    }

    @Test
    void a_history_that_is_not_whole_says_so() {
        history.problem = new HistoryProblem(HistoryProblem.Kind.NOT_WRITTEN, "disk full");

        presenter.start();

        assertThat(state().problem()).isEqualTo(NLS.bind(Messages.problemNotWritten, "disk full"));
    }

    private void answer() {
        history.waiting.removeFirst().complete(history.matching(history.asked.getLast()));
    }

    private HistoryState state() {
        HistoryState state = shown;
        if (state == null) {
            throw new AssertionError("nothing was shown");
        }
        return state;
    }

    private java.util.stream.Stream<Item.Line> lines() {
        return state().items().stream().filter(Item.Line.class::isInstance).map(Item.Line.class::cast);
    }

    private List<String> texts() {
        return state().items().stream()
                .map(item -> switch (item) {
                    case Item.Day day -> day.title();
                    case Item.Line line -> presenter.line(line.entry()).title();
                })
                .toList();
    }

    private String title(int daysAgo) {
        return new Words(ZoneOffset.UTC)
                .day(
                        java.time.LocalDate.ofInstant(now.minus(Duration.ofDays(daysAgo)), ZoneOffset.UTC),
                        java.time.LocalDate.ofInstant(now, ZoneOffset.UTC));
    }

    @Override
    public void show(HistoryState state) {
        shown = state;
    }

    @Override
    public void tell(String text, boolean problem) {
        told.add(text);
    }

    @Override
    public void open(ContactId contact, boolean focus) {
        opened.add("open " + contact.key());
    }

    @Override
    public void create(String number) {
        opened.add("create " + number);
    }
}
