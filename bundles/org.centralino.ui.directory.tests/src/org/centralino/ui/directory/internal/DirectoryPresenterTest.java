/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.directory.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.ui.directory.internal.FakeDirectory.colleague;

import java.util.Objects;
import org.centralino.directory.SearchQuery.Scope;
import org.eclipse.osgi.util.NLS;
import org.junit.jupiter.api.Test;

/** Who is found, who is selected, and what is fetched. */
class DirectoryPresenterTest {

    private final DirectoryStage stage = new DirectoryStage();
    private final FakeDirectory directory = stage.directory;
    private final FakeView view = stage.view;
    private final DirectoryPresenter presenter = stage.presenter;

    @Test
    void an_arrow_key_goes_from_a_number_to_those_found_and_back() {
        stage.type("142");
        assertThat(presenter.move(-1)).isFalse();

        assertThat(presenter.move(1)).isTrue();
        assertThat(presenter.target()).isEqualTo("Rossi Maria");
        assertThat(presenter.move(-1)).isTrue();
        assertThat(presenter.target()).isNull();
    }

    @Test
    void the_selection_stays_within_the_list_and_is_said() {
        stage.type("ros");
        presenter.move(1);
        assertThat(view.said).last().asString().startsWith("Rossini Paolo, Acquisti, 207");
        presenter.movePage(1);
        assertThat(presenter.target()).isEqualTo("Rosetti Anna");
        presenter.movePage(-1);
        assertThat(presenter.target()).isEqualTo("Rossi Maria");
        presenter.move(-1);
        assertThat(presenter.target()).isEqualTo("Rossi Maria");
        assertThat(view.revealed).containsExactly(1, 2, 0, 0);
    }

    @Test
    void the_rows_of_before_stay_until_the_answer_is_here() {
        stage.type("ros");
        directory.holding = true;
        int shows = view.shows;
        stage.type("rosetti");

        assertThat(view.shows).isEqualTo(shows);
        directory.answer();
        assertThat(view.list.rows()).isEqualTo(1);
    }

    @Test
    void an_answer_that_comes_too_late_is_dropped() {
        directory.holding = true;
        stage.type("g");
        stage.type("ros");
        FakeDirectory.Asked late = directory.held.remove(0);
        directory.answer();
        assertThat(presenter.target()).isEqualTo("Rossi Maria");

        late.answer().complete(directory.find(late.query()));

        assertThat(presenter.target()).isEqualTo("Rossi Maria");
    }

    @Test
    void a_search_that_somebody_else_made_end_is_begun_again() {
        directory.holding = true;
        stage.type("ros");
        directory.held.remove(0).answer().cancel(false);
        directory.answer();

        assertThat(presenter.target()).isEqualTo("Rossi Maria");
    }

    @Test
    void a_directory_that_fails_shows_nobody_and_leaves_dialling_alone() {
        directory.holding = true;
        stage.type("ros");
        directory.held.remove(0).answer().completeExceptionally(new IllegalStateException("meant to fail"));

        assertThat(view.list.empty()).isNotNull();
        assertThat(presenter.enter()).isFalse();
    }

    @Test
    void the_box_is_told_when_somebody_else_would_be_called() {
        stage.type("ros");
        int before = stage.targets;
        presenter.move(1);

        assertThat(stage.targets).isGreaterThan(before);
    }

    @Test
    void only_the_rows_that_are_looked_at_are_fetched() {
        for (int i = 0; i < 100_000; i++) {
            directory.people.add(colleague("Zeta " + i, "9" + i));
        }
        stage.type("zeta");
        presenter.need(0, 12);
        assertThat(directory.queries).hasSize(1);

        presenter.need(70_020, 70_055);

        assertThat(directory.queries).hasSize(3);
        assertThat(Objects.requireNonNull(presenter.row(70_031)).name()).isEqualTo("Zeta 70031");
        assertThat(presenter.row(50_000)).isNull();
        assertThat(presenter.rows()).isEqualTo(100_000);
    }

    @Test
    void rows_that_are_not_here_yet_are_nobody_and_come_one_page_after_the_other() {
        for (int i = 0; i < 1000; i++) {
            directory.people.add(colleague("Zeta " + i, "9" + i));
        }
        stage.type("zeta");
        directory.holding = true;
        presenter.need(95, 110);
        assertThat(presenter.row(95)).isNull();
        assertThat(directory.held).hasSize(1);
        directory.answer();
        assertThat(presenter.row(95)).isNotNull();
        directory.answer();
        assertThat(presenter.row(110)).isNotNull();
    }

    @Test
    void whoever_is_selected_stays_so_when_contacts_change() {
        stage.type("ros");
        presenter.move(1);
        directory.people.add(0, colleague("Rosa Bianca", "300"));
        presenter.contactsChanged();

        assertThat(view.list.fresh()).isFalse();
        assertThat(view.list.selected()).isEqualTo(2);
        assertThat(presenter.target()).isEqualTo("Rossini Paolo");
    }

    @Test
    void who_comes_in_later_is_selected_for_the_name_that_is_typed() {
        stage.type("zeta");
        assertThat(presenter.target()).isNull();
        directory.people.add(colleague("Zeta Ugo", "900"));
        presenter.contactsChanged();

        assertThat(presenter.target()).isEqualTo("Zeta Ugo");
    }

    @Test
    void a_scope_is_a_search_of_its_own_with_the_same_text() {
        stage.type("ros");
        presenter.setScope(Scope.EXTERNAL);

        assertThat(view.list.scope()).isEqualTo(Scope.EXTERNAL);
        assertThat(view.list.rows()).isEqualTo(1);
        assertThat(presenter.target()).isEqualTo("Rosetti Anna");
    }

    @Test
    void who_finds_nobody_is_offered_to_call_the_number() {
        stage.type("555777");

        ListView.Empty empty = Objects.requireNonNull(view.list.empty());
        assertThat(empty.number()).isEqualTo("555777");
        assertThat(empty.create()).isTrue();
        assertThat(empty.title()).isEqualTo(NLS.bind(Messages.nobodyFound, "555777"));
    }

    @Test
    void how_many_were_found_is_said_once_typing_rests() {
        stage.type("ros");

        assertThat(view.said).isEmpty();
        assertThat(view.later).isEqualTo(Words.found(3, true, "Rossi Maria"));
    }
}
