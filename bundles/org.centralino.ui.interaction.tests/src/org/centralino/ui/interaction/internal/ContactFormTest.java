/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.interaction.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.ui.interaction.internal.People.MARIA;
import static org.centralino.ui.interaction.internal.PresenterStage.LUCA;

import java.util.List;
import org.centralino.directory.Contact;
import org.centralino.directory.ContactId;
import org.centralino.directory.Phone;
import org.eclipse.osgi.util.NLS;
import org.junit.jupiter.api.Test;

/** Contacts that are written, changed, deleted and had back. */
class ContactFormTest {

    private final PresenterStage stage = new PresenterStage();
    private final FakeDirectory directory = stage.directory;
    private final PresenterStage.Screen screen = stage.screen;
    private final ContactPresenter presenter = stage.presenter;

    @Test
    void a_new_contact_begins_with_the_number_it_was_asked_for() {
        presenter.create(" 0551234 ");

        assertThat(stage.form().draft().phones()).containsExactly(new Phone("0551234", Phone.Type.WORK));
        assertThat(screen.focused).isEqualTo(1);
    }

    @Test
    void what_is_saved_is_shown_under_the_key_it_was_given() {
        presenter.create("0551234");

        assertThat(presenter.save(named(stage.form().draft(), "Neri"))).isEmpty();
        stage.drain();

        assertThat(stage.somebody().contact().name()).isEqualTo("Neri");
        assertThat(stage.somebody().own()).isTrue();
        assertThat(directory.people).containsKey(stage.somebody().contact().id());
        assertThat(screen.said).contains(NLS.bind(Messages.saved, "Neri"));
    }

    @Test
    void what_is_wrong_is_told_by_field_and_nothing_is_saved() {
        presenter.create("not a number");

        assertThat(presenter.save(stage.form().draft()))
                .containsEntry("givenName", Messages.needName)
                .containsKey("phones.0");
        stage.drain();

        assertThat(directory.people).hasSize(2);
        assertThat(screen.view).isInstanceOf(ContactView.Form.class);
    }

    @Test
    void what_could_not_be_saved_stays_in_the_form() {
        presenter.create("0551234");
        directory.fails = true;
        int opening = stage.form().opening();

        presenter.save(named(stage.form().draft(), "Neri"));
        stage.drain();

        assertThat(stage.form().opening()).isEqualTo(opening);
        assertThat(stage.form().message()).isEqualTo(Messages.notSaved);
        assertThat(stage.form().saving()).isFalse();
    }

    @Test
    void what_is_being_written_is_not_lost_by_another_contact_that_is_opened() {
        presenter.create("");
        presenter.typed(named(stage.form().draft(), "Neri"));

        presenter.open(LUCA.id(), false);
        stage.drain();
        assertThat(screen.view).isInstanceOf(ContactView.Form.class);

        presenter.cancel();
        assertThat(stage.form().message()).isEqualTo(Messages.cancelAgain);
        presenter.typed(named(stage.form().draft(), "Bianchi"));
        assertThat(stage.form().message()).isEmpty();

        presenter.cancel();
        presenter.cancel();
        stage.drain();
        assertThat(stage.somebody().contact()).isEqualTo(LUCA);
    }

    @Test
    void a_form_in_which_nothing_was_typed_makes_way() {
        presenter.create("");

        stage.open(LUCA);

        assertThat(stage.somebody().contact()).isEqualTo(LUCA);
    }

    @Test
    void escape_leaves_the_form_first_and_the_contact_then() {
        stage.open(LUCA);
        presenter.edit();

        presenter.back();
        assertThat(screen.view).isInstanceOf(ContactView.Somebody.class);
        assertThat(screen.left).isFalse();

        presenter.back();
        assertThat(screen.left).isTrue();
    }

    @Test
    void a_contact_of_another_source_is_not_changed_but_copied() {
        stage.open(MARIA);

        presenter.edit();
        assertThat(stage.form().draft().id()).isEqualTo(new ContactId(ContactId.LOCAL, ""));
        presenter.save(stage.form().draft());
        stage.drain();

        Contact copy = stage.somebody().contact();
        assertThat(copy.id().source()).isEqualTo(ContactId.LOCAL);
        assertThat(copy.phones()).isEqualTo(MARIA.phones());
        assertThat(copy.addresses()).isEqualTo(MARIA.addresses());
        assertThat(directory.people).containsEntry(MARIA.id(), MARIA);
    }

    @Test
    void only_own_contacts_can_be_deleted() {
        stage.open(MARIA);

        presenter.delete();
        stage.drain();

        assertThat(directory.people).containsKey(MARIA.id());
    }

    @Test
    void what_was_deleted_can_be_had_back_with_its_place_among_the_favourites() {
        directory.people.put(MARIA.id(), MARIA);
        directory.pinned.addAll(List.of(LUCA.id(), MARIA.id()));
        stage.open(LUCA);

        presenter.delete();
        stage.drain();
        assertThat(directory.people).doesNotContainKey(LUCA.id());
        assertThat(screen.view).isEqualTo(new ContactView.Nobody(NLS.bind(Messages.deleted, "Luca Ferri"), "", true));

        presenter.undo();
        stage.drain();
        assertThat(stage.somebody().contact()).isEqualTo(LUCA);
        assertThat(directory.pinned).containsExactly(LUCA.id(), MARIA.id());
        assertThat(stage.somebody().favourite()).isTrue();
    }

    private static ContactDraft named(ContactDraft draft, String family) {
        return new ContactDraft(
                draft.id(),
                draft.kind(),
                draft.givenName(),
                family,
                draft.organisation(),
                draft.department(),
                draft.title(),
                draft.phones(),
                draft.emails(),
                draft.addresses(),
                draft.web(),
                draft.note(),
                draft.hasPhoto());
    }
}
