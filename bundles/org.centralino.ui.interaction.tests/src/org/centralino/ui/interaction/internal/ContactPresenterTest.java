/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.interaction.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.ui.interaction.internal.People.MARIA;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javax.imageio.ImageIO;
import org.centralino.directory.Contact;
import org.centralino.directory.ContactId;
import org.centralino.directory.Kind;
import org.centralino.directory.Phone;
import org.centralino.directory.SourceStatus;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ContactPresenterTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final Contact LUCA = People.own("luca", "Luca Ferri", new Phone("02 1234", Phone.Type.WORK));

    private final FakeDirectory directory = new FakeDirectory();
    private final Queue<@Nullable Runnable> display = new ArrayDeque<>();
    private final Screen screen = new Screen();
    private final ContactPresenter presenter =
            new ContactPresenter(() -> directory, List::of, display::add, () -> NOW, screen);

    @BeforeEach
    void people() {
        directory.people.put(MARIA.id(), MARIA);
        directory.people.put(LUCA.id(), LUCA);
    }

    @Test
    void at_first_there_is_nobody_and_it_says_what_to_do() {
        presenter.refresh();

        assertThat(screen.view).isEqualTo(new ContactView.Nobody(Messages.nobody, Messages.nobodyHint, false));
    }

    @Test
    void a_contact_is_shown_with_what_is_known_of_it() {
        open(MARIA);

        assertThat(somebody().contact()).isEqualTo(MARIA);
        assertThat(somebody().subtitle()).isEqualTo("Responsabile acquisti · Esempio S.p.A. · Milano, piano 3");
        assertThat(somebody().own()).isFalse();
        assertThat(screen.focused).isZero();
    }

    @Test
    void it_gets_the_keyboard_only_where_that_was_asked_for_and_once_there_is_something() {
        directory.slow = true;
        presenter.open(MARIA.id(), true);
        drain();
        assertThat(screen.focused).isZero();

        answer();
        presenter.contactsChanged();
        answer();

        assertThat(screen.focused).isEqualTo(1);
    }

    @Test
    void an_answer_about_somebody_who_is_not_shown_any_more_is_dropped() {
        directory.slow = true;
        presenter.open(MARIA.id(), false);
        presenter.open(LUCA.id(), false);

        answer();

        assertThat(somebody().contact()).isEqualTo(LUCA);
    }

    @Test
    void while_the_directory_thinks_the_one_before_cannot_be_called() {
        open(MARIA);
        directory.slow = true;

        presenter.open(LUCA.id(), false);
        drain();

        assertThat(screen.view).isEqualTo(new ContactView.Loading());
    }

    @Test
    void who_is_gone_from_the_directory_is_said_to_be() {
        open(MARIA);

        directory.people.remove(MARIA.id());
        presenter.contactsChanged();
        drain();

        assertThat(screen.view).isEqualTo(new ContactView.Nobody(Messages.gone, "", false));
    }

    @Test
    void without_a_directory_that_is_said_and_nothing_breaks() {
        ContactPresenter lonely = new ContactPresenter(() -> null, List::of, Runnable::run, () -> NOW, screen);

        lonely.open(MARIA.id(), false);
        lonely.toggleFavourite();
        lonely.delete();
        lonely.undo();

        assertThat(screen.view).isEqualTo(new ContactView.Nobody(Messages.noDirectory, "", false));
    }

    @Test
    void a_directory_that_cannot_read_it_is_told_in_words() {
        directory.fails = true;

        open(MARIA);

        assertThat(screen.view).isEqualTo(new ContactView.Nobody(Messages.notRead, "", false));
    }

    @Test
    void the_star_is_there_at_once_and_goes_again_where_the_directory_refuses() {
        open(MARIA);
        directory.slow = true;
        directory.fails = true;

        presenter.toggleFavourite();
        assertThat(somebody().favourite()).isTrue();

        answer();
        assertThat(somebody().favourite()).isFalse();
        assertThat(somebody().message()).isEqualTo(Messages.notChanged);
    }

    @Test
    void the_star_pins_and_unpins() {
        open(MARIA);

        presenter.toggleFavourite();
        drain();
        assertThat(directory.pinned).containsExactly(MARIA.id());

        presenter.contactsChanged();
        drain();
        assertThat(somebody().favourite()).isTrue();

        presenter.toggleFavourite();
        drain();
        assertThat(directory.pinned).isEmpty();
    }

    @Test
    void where_the_source_is_down_its_age_is_told() {
        directory.sources.add(source(SourceStatus.State.FAILED, NOW.minusSeconds(90_000)));

        open(MARIA);

        assertThat(somebody().stale()).isTrue();
        assertThat(somebody().origin()).startsWith("Company directory").contains("2026");

        directory.sources.set(0, source(SourceStatus.State.READY, NOW));
        presenter.sourceChanged(directory.sources.get(0));
        drain();
        assertThat(somebody().stale()).isFalse();
        assertThat(somebody().origin()).isEqualTo(Messages.internal + " · Company directory");
    }

    @Test
    void a_photo_comes_after_the_words_and_never_to_somebody_else() throws IOException {
        Contact maria = People.withPhoto(MARIA);
        directory.people.put(maria.id(), maria);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB), "png", png);
        directory.photos.put(maria.id(), png.toByteArray());
        BlockingQueue<Runnable> later = new LinkedBlockingQueue<>();
        ContactPresenter patient = new ContactPresenter(() -> directory, List::of, later::add, () -> NOW, screen);

        patient.open(maria.id(), false);
        run(later, () -> screen.view instanceof ContactView.Somebody);
        run(later, () -> somebody().photo() != null);

        patient.open(LUCA.id(), false);
        run(
                later,
                () -> screen.view instanceof ContactView.Somebody now
                        && now.contact().equals(LUCA));
        assertThat(somebody().photo()).isNull();
    }

    @Test
    void a_new_contact_begins_with_the_number_it_was_asked_for() {
        presenter.create(" 0551234 ");

        assertThat(form().draft().phones()).containsExactly(new Phone("0551234", Phone.Type.WORK));
        assertThat(screen.focused).isEqualTo(1);
    }

    @Test
    void what_is_saved_is_shown_under_the_key_it_was_given() {
        presenter.create("0551234");

        assertThat(presenter.save(named(form().draft(), "Neri"))).isEmpty();
        drain();

        assertThat(somebody().contact().name()).isEqualTo("Neri");
        assertThat(somebody().own()).isTrue();
        assertThat(directory.people).containsKey(somebody().contact().id());
        assertThat(screen.said).contains(NLS.bind(Messages.saved, "Neri"));
    }

    @Test
    void what_is_wrong_is_told_by_field_and_nothing_is_saved() {
        presenter.create("not a number");

        assertThat(presenter.save(form().draft()))
                .containsEntry("givenName", Messages.needName)
                .containsKey("phones.0");
        drain();

        assertThat(directory.people).hasSize(2);
        assertThat(screen.view).isInstanceOf(ContactView.Form.class);
    }

    @Test
    void what_could_not_be_saved_stays_in_the_form() {
        presenter.create("0551234");
        directory.fails = true;
        int opening = form().opening();

        presenter.save(named(form().draft(), "Neri"));
        drain();

        assertThat(form().opening()).isEqualTo(opening);
        assertThat(form().message()).isEqualTo(Messages.notSaved);
        assertThat(form().saving()).isFalse();
    }

    @Test
    void what_is_being_written_is_not_lost_by_another_contact_that_is_opened() {
        presenter.create("");
        presenter.typed(named(form().draft(), "Neri"));

        presenter.open(LUCA.id(), false);
        drain();
        assertThat(screen.view).isInstanceOf(ContactView.Form.class);

        presenter.cancel();
        assertThat(form().message()).isEqualTo(Messages.cancelAgain);
        presenter.typed(named(form().draft(), "Bianchi"));
        assertThat(form().message()).isEmpty();

        presenter.cancel();
        presenter.cancel();
        drain();
        assertThat(somebody().contact()).isEqualTo(LUCA);
    }

    @Test
    void a_form_in_which_nothing_was_typed_makes_way() {
        presenter.create("");

        open(LUCA);

        assertThat(somebody().contact()).isEqualTo(LUCA);
    }

    @Test
    void escape_leaves_the_form_first_and_the_contact_then() {
        open(LUCA);
        presenter.edit();

        presenter.back();
        assertThat(screen.view).isInstanceOf(ContactView.Somebody.class);
        assertThat(screen.left).isFalse();

        presenter.back();
        assertThat(screen.left).isTrue();
    }

    @Test
    void a_contact_of_another_source_is_not_changed_but_copied() {
        open(MARIA);

        presenter.edit();
        assertThat(form().draft().id()).isEqualTo(new ContactId(ContactId.LOCAL, ""));
        presenter.save(form().draft());
        drain();

        Contact copy = somebody().contact();
        assertThat(copy.id().source()).isEqualTo(ContactId.LOCAL);
        assertThat(copy.phones()).isEqualTo(MARIA.phones());
        assertThat(copy.addresses()).isEqualTo(MARIA.addresses());
        assertThat(directory.people).containsEntry(MARIA.id(), MARIA);
    }

    @Test
    void only_own_contacts_can_be_deleted() {
        open(MARIA);

        presenter.delete();
        drain();

        assertThat(directory.people).containsKey(MARIA.id());
    }

    @Test
    void what_was_deleted_can_be_had_back_with_its_place_among_the_favourites() {
        directory.people.put(MARIA.id(), MARIA);
        directory.pinned.addAll(List.of(LUCA.id(), MARIA.id()));
        open(LUCA);

        presenter.delete();
        drain();
        assertThat(directory.people).doesNotContainKey(LUCA.id());
        assertThat(screen.view).isEqualTo(new ContactView.Nobody(NLS.bind(Messages.deleted, "Luca Ferri"), "", true));

        presenter.undo();
        drain();
        assertThat(somebody().contact()).isEqualTo(LUCA);
        assertThat(directory.pinned).containsExactly(LUCA.id(), MARIA.id());
        assertThat(somebody().favourite()).isTrue();
    }

    @Test
    void marks_that_turn_the_writing_round_are_left_out_of_what_is_joined() {
        assertThat(Words.plain("a\u202egnp.exe\u2066")).isEqualTo("agnp.exe");
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

    private static SourceStatus source(SourceStatus.State state, Instant asOf) {
        return new SourceStatus("ldap", "Company directory", Kind.INTERNAL, state, 1, asOf, 0, -1, null, List.of());
    }

    private void open(Contact contact) {
        presenter.open(contact.id(), false);
        drain();
    }

    private static void run(BlockingQueue<Runnable> tasks, BooleanSupplier until) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!until.getAsBoolean()) {
            try {
                Runnable task = tasks.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                assertThat(task).as("something to do").isNotNull();
                Objects.requireNonNull(task).run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }
    }

    private void answer() {
        directory.answerLate();
        drain();
    }

    private void drain() {
        for (Runnable task = display.poll(); task != null; task = display.poll()) {
            task.run();
        }
    }

    private ContactView.Somebody somebody() {
        assertThat(screen.view).isInstanceOf(ContactView.Somebody.class);
        return (ContactView.Somebody) screen.view;
    }

    private ContactView.Form form() {
        assertThat(screen.view).isInstanceOf(ContactView.Form.class);
        return (ContactView.Form) screen.view;
    }

    private static final class Screen implements ContactPresenter.View {

        ContactView view = new ContactView.Loading();
        final List<String> said = new ArrayList<>();
        int focused;
        boolean left;

        @Override
        public void show(ContactView now) {
            view = now;
        }

        @Override
        public void takeFocus() {
            focused++;
        }

        @Override
        public void announce(String text) {
            said.add(text);
        }

        @Override
        public void leave() {
            left = true;
        }
    }
}
