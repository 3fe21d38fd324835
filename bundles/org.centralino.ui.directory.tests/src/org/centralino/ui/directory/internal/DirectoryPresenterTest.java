/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.directory.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.ui.directory.internal.FakeDirectory.colleague;
import static org.centralino.ui.directory.internal.FakeDirectory.person;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.centralino.directory.Contact;
import org.centralino.directory.ContactId;
import org.centralino.directory.Kind;
import org.centralino.directory.Phone;
import org.centralino.directory.SearchQuery.Scope;
import org.centralino.ui.contact.Interaction;
import org.centralino.ui.contact.PhoneAction;
import org.eclipse.osgi.util.NLS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DirectoryPresenterTest {

    private final FakeDirectory directory = new FakeDirectory();
    private final FakeView view = new FakeView();
    private final List<String> runs = new ArrayList<>();
    private final List<PhoneAction> actions = new ArrayList<>(List.of(new FakeAction("call", "Call", 100, runs)));
    private final List<String> opened = new ArrayList<>();
    private final Interaction detail = new Detail();
    private final DirectoryPresenter presenter =
            new DirectoryPresenter(() -> directory, () -> actions, () -> detail, Runnable::run, view);
    private int targets;

    DirectoryPresenterTest() {
        directory.people.add(colleague("Rossi Maria", "142"));
        directory.people.add(colleague("Rossini Paolo", "207"));
        directory.people.add(person(
                "Rosetti Anna",
                Kind.EXTERNAL,
                "Fornitori",
                new Phone("+39 051 220 18", Phone.Type.WORK),
                new Phone("+39 051 220 19", Phone.Type.FAX),
                new Phone("+39 347 000 1142", Phone.Type.MOBILE)));
        directory.people.add(colleague("Gallo Elena", "118"));
    }

    @Test
    void for_a_name_the_best_one_is_selected_and_enter_calls_the_only_number() {
        type("ros");

        assertThat(view.list.rows()).isEqualTo(3);
        assertThat(view.list.selected()).isZero();
        assertThat(presenter.target()).isEqualTo("Rossi Maria");
        assertThat(presenter.enter()).isTrue();
        assertThat(runs).containsExactly("call 142");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1", "142", "+39 051", "(0)", "sip:ros@example.test", "ros@example.test", "tel:ros", "", " "})
    void for_a_number_or_an_address_nobody_is_selected_and_enter_dials_it(String typed) {
        type(typed);

        assertThat(view.list.selected()).isEqualTo(-1);
        assertThat(presenter.target()).isNull();
        assertThat(presenter.enter()).isFalse();
        assertThat(runs).isEmpty();
    }

    @Test
    void an_arrow_key_goes_from_a_number_to_those_found_and_back() {
        type("142");
        assertThat(presenter.move(-1)).isFalse();

        assertThat(presenter.move(1)).isTrue();
        assertThat(presenter.target()).isEqualTo("Rossi Maria");
        assertThat(presenter.move(-1)).isTrue();
        assertThat(presenter.target()).isNull();
    }

    @Test
    void the_number_that_was_found_is_the_one_that_is_called() {
        type("0001142");
        presenter.move(1);
        presenter.enter();

        assertThat(view.choice).isNull();
        assertThat(runs).containsExactly("call +39 347 000 1142");
    }

    @Test
    void several_numbers_give_a_choice_without_the_fax_and_with_the_default_first() {
        type("rosetti");

        assertThat(presenter.enter()).isTrue();
        assertThat(runs).isEmpty();
        NumberList choice = Objects.requireNonNull(view.choice);
        assertThat(choice.phones().stream().map(Phone::number)).containsExactly("+39 051 220 18", "+39 347 000 1142");

        presenter.call("+39 347 000 1142");
        assertThat(view.choice).isNull();
        assertThat(runs).containsExactly("call +39 347 000 1142");
    }

    @Test
    void typing_on_takes_the_choice_away() {
        type("rosetti");
        presenter.enter();
        type("rosett");

        assertThat(view.choice).isNull();
    }

    @Test
    void the_selection_stays_within_the_list_and_is_said() {
        type("ros");
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
        type("ros");
        directory.holding = true;
        int shows = view.shows;
        type("rosetti");

        assertThat(view.shows).isEqualTo(shows);
        directory.answer();
        assertThat(view.list.rows()).isEqualTo(1);
    }

    @Test
    void an_answer_that_comes_too_late_is_dropped() {
        directory.holding = true;
        type("g");
        type("ros");
        FakeDirectory.Asked late = directory.held.remove(0);
        directory.answer();
        assertThat(presenter.target()).isEqualTo("Rossi Maria");

        late.answer().complete(directory.find(late.query()));

        assertThat(presenter.target()).isEqualTo("Rossi Maria");
    }

    @Test
    void a_search_that_somebody_else_made_end_is_begun_again() {
        directory.holding = true;
        type("ros");
        directory.held.remove(0).answer().cancel(false);
        directory.answer();

        assertThat(presenter.target()).isEqualTo("Rossi Maria");
    }

    @Test
    void a_directory_that_fails_shows_nobody_and_leaves_dialling_alone() {
        directory.holding = true;
        type("ros");
        directory.held.remove(0).answer().completeExceptionally(new IllegalStateException("meant to fail"));

        assertThat(view.list.empty()).isNotNull();
        assertThat(presenter.enter()).isFalse();
    }

    @Test
    void enter_before_the_answer_calls_whom_it_finds() {
        directory.holding = true;
        type("rossi");
        assertThat(presenter.enter()).isTrue();
        assertThat(runs).isEmpty();

        directory.answer();

        assertThat(runs).containsExactly("call 142");
    }

    @Test
    void enter_before_an_answer_that_finds_nobody_calls_what_is_typed() {
        directory.holding = true;
        type("bruno");
        presenter.enter();
        directory.answer();

        assertThat(runs).containsExactly("call bruno");
    }

    @Test
    void enter_that_was_followed_by_another_letter_calls_nobody() {
        directory.holding = true;
        type("ros");
        presenter.enter();
        type("ross");
        directory.answer();

        assertThat(runs).isEmpty();
    }

    @Test
    void the_box_is_told_when_somebody_else_would_be_called() {
        type("ros");
        int before = targets;
        presenter.move(1);

        assertThat(targets).isGreaterThan(before);
    }

    @Test
    void only_the_rows_that_are_looked_at_are_fetched() {
        for (int i = 0; i < 100_000; i++) {
            directory.people.add(colleague("Zeta " + i, "9" + i));
        }
        type("zeta");
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
        type("zeta");
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
        type("ros");
        presenter.move(1);
        directory.people.add(0, colleague("Rosa Bianca", "300"));
        presenter.contactsChanged();

        assertThat(view.list.fresh()).isFalse();
        assertThat(view.list.selected()).isEqualTo(2);
        assertThat(presenter.target()).isEqualTo("Rossini Paolo");
    }

    @Test
    void who_comes_in_later_is_selected_for_the_name_that_is_typed() {
        type("zeta");
        assertThat(presenter.target()).isNull();
        directory.people.add(colleague("Zeta Ugo", "900"));
        presenter.contactsChanged();

        assertThat(presenter.target()).isEqualTo("Zeta Ugo");
    }

    @Test
    void a_number_that_goes_on_is_what_enter_calls_whoever_was_selected() {
        type("14");
        type("142");
        presenter.move(1);
        directory.holding = true;
        type("1422");

        assertThat(presenter.target()).isNull();
        assertThat(presenter.enter()).isFalse();
    }

    @Test
    void a_scope_is_a_search_of_its_own_with_the_same_text() {
        type("ros");
        presenter.setScope(Scope.EXTERNAL);

        assertThat(view.list.scope()).isEqualTo(Scope.EXTERNAL);
        assertThat(view.list.rows()).isEqualTo(1);
        assertThat(presenter.target()).isEqualTo("Rosetti Anna");
    }

    @Test
    void the_button_of_a_row_calls_the_number_it_shows() {
        actions.add(new FakeAction("video", "Video call", 200, runs));
        type("ros");
        presenter.run(actions.get(1), 2);
        presenter.run(actions.get(0), 1);

        assertThat(runs).containsExactly("video +39 051 220 18", "call 207");
    }

    @Test
    void somebody_without_a_number_cannot_be_called_and_that_is_said() {
        directory.people.add(person("Nessuno", Kind.INTERNAL, ""));
        type("nessuno");
        presenter.enter();

        assertThat(runs).isEmpty();
        assertThat(view.said).containsExactly(Words.noNumber("Nessuno"));
    }

    @Test
    void without_the_telephone_that_is_said() {
        actions.clear();
        type("rossi");
        presenter.enter();

        assertThat(view.said).containsExactly(Messages.noTelephone);
    }

    @Test
    void contacts_are_pinned_and_unpinned() {
        type("ros");
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
        assertThat(names()).containsExactly("Gallo Elena", "Rosetti Anna", "Rossini Paolo", "Rossi Maria");

        assertThat(presenter.moveFavourite(3, 1)).isTrue();
        assertThat(names()).containsExactly("Gallo Elena", "Rossi Maria", "Rosetti Anna", "Rossini Paolo");
        assertThat(view.list.selected()).isEqualTo(1);
        presenter.contactsChanged();

        assertThat(names()).containsExactly("Gallo Elena", "Rossi Maria", "Rosetti Anna", "Rossini Paolo");
        assertThat(directory.commands).containsExactly("pin Rossi Maria 1");
    }

    @Test
    void only_favourites_have_an_order_and_nobody_goes_beyond_its_ends() {
        type("ros");
        assertThat(presenter.moveFavourite(1, 0)).isFalse();

        directory.pinned.add(directory.people.get(0).id());
        type("");
        presenter.setScope(Scope.FAVOURITES);
        assertThat(presenter.moveFavourite(0, -1)).isFalse();
        assertThat(presenter.moveFavourite(0, 1)).isFalse();
        assertThat(directory.commands).isEmpty();
    }

    @Test
    void a_contact_is_opened_and_a_new_one_begun_with_the_number_typed() {
        type("ros");
        presenter.open(1, true);
        presenter.create();
        type("+39 555 777");
        presenter.create();

        assertThat(opened).containsExactly("Rossini Paolo true", "new ", "new +39 555 777");
    }

    @Test
    void who_finds_nobody_is_offered_to_call_the_number() {
        type("555777");

        ListView.Empty empty = Objects.requireNonNull(view.list.empty());
        assertThat(empty.number()).isEqualTo("555777");
        assertThat(empty.create()).isTrue();
        assertThat(empty.title()).isEqualTo(NLS.bind(Messages.nobodyFound, "555777"));
    }

    @Test
    void how_many_were_found_is_said_once_typing_rests() {
        type("ros");

        assertThat(view.said).isEmpty();
        assertThat(view.later).isEqualTo(Words.found(3, true, "Rossi Maria"));
    }

    private void type(String text) {
        presenter.edited(text, () -> targets++);
    }

    private List<String> names() {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < presenter.rows(); i++) {
            names.add(Objects.requireNonNull(presenter.row(i)).name());
        }
        return names;
    }

    private final class Detail implements Interaction {

        @Override
        public void open(ContactId contact, boolean focus) {
            opened.add(contact.key() + " " + focus);
        }

        @Override
        public void create(String number) {
            opened.add("new " + number);
        }
    }
}
