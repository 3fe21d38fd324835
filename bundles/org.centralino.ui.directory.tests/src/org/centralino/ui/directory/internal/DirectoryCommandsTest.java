/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.directory.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.ui.directory.internal.FakeDirectory.person;

import java.util.Objects;
import org.centralino.directory.Contact;
import org.centralino.directory.Kind;
import org.centralino.directory.Phone;
import org.centralino.directory.SearchQuery.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Enter, the buttons and the commands do with those who are found. */
class DirectoryCommandsTest {

    private final DirectoryStage stage = new DirectoryStage();
    private final FakeDirectory directory = stage.directory;
    private final FakeView view = stage.view;
    private final DirectoryPresenter presenter = stage.presenter;

    @Test
    void for_a_name_the_best_one_is_selected_and_enter_calls_the_only_number() {
        stage.type("ros");

        assertThat(view.list.rows()).isEqualTo(3);
        assertThat(view.list.selected()).isZero();
        assertThat(presenter.target()).isEqualTo("Rossi Maria");
        assertThat(presenter.enter()).isTrue();
        assertThat(stage.runs).containsExactly("call 142");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1", "142", "+39 051", "(0)", "sip:ros@example.test", "ros@example.test", "tel:ros", "", " "})
    void for_a_number_or_an_address_nobody_is_selected_and_enter_dials_it(String typed) {
        stage.type(typed);

        assertThat(view.list.selected()).isEqualTo(-1);
        assertThat(presenter.target()).isNull();
        assertThat(presenter.enter()).isFalse();
        assertThat(stage.runs).isEmpty();
    }

    @Test
    void the_number_that_was_found_is_the_one_that_is_called() {
        stage.type("0001142");
        presenter.move(1);
        presenter.enter();

        assertThat(view.choice).isNull();
        assertThat(stage.runs).containsExactly("call +39 347 000 1142");
    }

    @Test
    void several_numbers_give_a_choice_without_the_fax_and_with_the_default_first() {
        stage.type("rosetti");

        assertThat(presenter.enter()).isTrue();
        assertThat(stage.runs).isEmpty();
        NumberList choice = Objects.requireNonNull(view.choice);
        assertThat(choice.phones().stream().map(Phone::number)).containsExactly("+39 051 220 18", "+39 347 000 1142");

        presenter.call("+39 347 000 1142");
        assertThat(view.choice).isNull();
        assertThat(stage.runs).containsExactly("call +39 347 000 1142");
    }

    @Test
    void typing_on_takes_the_choice_away() {
        stage.type("rosetti");
        presenter.enter();
        stage.type("rosett");

        assertThat(view.choice).isNull();
    }

    @Test
    void enter_before_the_answer_calls_whom_it_finds() {
        directory.holding = true;
        stage.type("rossi");
        assertThat(presenter.enter()).isTrue();
        assertThat(stage.runs).isEmpty();

        directory.answer();

        assertThat(stage.runs).containsExactly("call 142");
    }

    @Test
    void enter_before_an_answer_that_finds_nobody_calls_what_is_typed() {
        directory.holding = true;
        stage.type("bruno");
        presenter.enter();
        directory.answer();

        assertThat(stage.runs).containsExactly("call bruno");
    }

    @Test
    void enter_that_was_followed_by_another_letter_calls_nobody() {
        directory.holding = true;
        stage.type("ros");
        presenter.enter();
        stage.type("ross");
        directory.answer();

        assertThat(stage.runs).isEmpty();
    }

    @Test
    void a_number_that_goes_on_is_what_enter_calls_whoever_was_selected() {
        stage.type("14");
        stage.type("142");
        presenter.move(1);
        directory.holding = true;
        stage.type("1422");

        assertThat(presenter.target()).isNull();
        assertThat(presenter.enter()).isFalse();
    }

    @Test
    void the_button_of_a_row_calls_the_number_it_shows() {
        stage.actions.add(new FakeAction("video", "Video call", 200, stage.runs));
        stage.type("ros");
        presenter.run(stage.actions.get(1), 2);
        presenter.run(stage.actions.get(0), 1);

        assertThat(stage.runs).containsExactly("video +39 051 220 18", "call 207");
    }

    @Test
    void somebody_without_a_number_cannot_be_called_and_that_is_said() {
        directory.people.add(person("Nessuno", Kind.INTERNAL, ""));
        stage.type("nessuno");
        presenter.enter();

        assertThat(stage.runs).isEmpty();
        assertThat(view.said).containsExactly(Words.noNumber("Nessuno"));
    }

    @Test
    void without_the_telephone_that_is_said() {
        stage.actions.clear();
        stage.type("rossi");
        presenter.enter();

        assertThat(view.said).containsExactly(Messages.noTelephone);
    }

    @Test
    void contacts_are_pinned_and_unpinned() {
        stage.type("ros");
        presenter.togglePin(1);
        presenter.contactsChanged();
        assertThat(Objects.requireNonNull(presenter.row(1)).favourite()).isTrue();
        presenter.togglePin(1);

        assertThat(directory.commands).containsExactly("pin Rossini Paolo last", "unpin Rossini Paolo");
        assertThat(view.said)
                .containsExactly(Words.pinned("Rossini Paolo", true), Words.pinned("Rossini Paolo", false));
    }

    @Test
    void favourites_are_in_the_users_order_and_are_moved_at_once() {
        for (Contact contact : directory.people) {
            directory.pinned.add(0, contact.id());
        }
        presenter.setScope(Scope.FAVOURITES);
        assertThat(stage.names()).containsExactly("Gallo Elena", "Rosetti Anna", "Rossini Paolo", "Rossi Maria");

        assertThat(presenter.moveFavourite(3, 1)).isTrue();
        assertThat(stage.names()).containsExactly("Gallo Elena", "Rossi Maria", "Rosetti Anna", "Rossini Paolo");
        assertThat(view.list.selected()).isEqualTo(1);
        presenter.contactsChanged();

        assertThat(stage.names()).containsExactly("Gallo Elena", "Rossi Maria", "Rosetti Anna", "Rossini Paolo");
        assertThat(directory.commands).containsExactly("pin Rossi Maria 1");
    }

    @Test
    void only_favourites_have_an_order_and_nobody_goes_beyond_its_ends() {
        stage.type("ros");
        assertThat(presenter.moveFavourite(1, 0)).isFalse();

        directory.pinned.add(directory.people.get(0).id());
        stage.type("");
        presenter.setScope(Scope.FAVOURITES);
        assertThat(presenter.moveFavourite(0, -1)).isFalse();
        assertThat(presenter.moveFavourite(0, 1)).isFalse();
        assertThat(directory.commands).isEmpty();
    }

    @Test
    void a_contact_is_opened_and_a_new_one_begun_with_the_number_typed() {
        stage.type("ros");
        presenter.open(1, true);
        presenter.create();
        stage.type("+39 555 777");
        presenter.create();

        assertThat(stage.opened).containsExactly("Rossini Paolo true", "new ", "new +39 555 777");
    }
}
