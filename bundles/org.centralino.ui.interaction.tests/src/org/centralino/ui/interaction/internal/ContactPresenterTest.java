/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.interaction.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.ui.interaction.internal.People.MARIA;
import static org.centralino.ui.interaction.internal.PresenterStage.LUCA;
import static org.centralino.ui.interaction.internal.PresenterStage.NOW;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javax.imageio.ImageIO;
import org.centralino.directory.Contact;
import org.centralino.directory.Kind;
import org.centralino.directory.SourceStatus;
import org.junit.jupiter.api.Test;

/** Who is shown, and what is known of them. */
class ContactPresenterTest {

    private final PresenterStage stage = new PresenterStage();
    private final FakeDirectory directory = stage.directory;
    private final PresenterStage.Screen screen = stage.screen;
    private final ContactPresenter presenter = stage.presenter;

    @Test
    void at_first_there_is_nobody_and_it_says_what_to_do() {
        presenter.refresh();

        assertThat(screen.view).isEqualTo(new ContactView.Nobody(Messages.nobody, Messages.nobodyHint, false));
    }

    @Test
    void a_contact_is_shown_with_what_is_known_of_it() {
        stage.open(MARIA);

        assertThat(stage.somebody().contact()).isEqualTo(MARIA);
        assertThat(stage.somebody().subtitle()).isEqualTo("Responsabile acquisti · Esempio S.p.A. · Milano, piano 3");
        assertThat(stage.somebody().own()).isFalse();
        assertThat(screen.focused).isZero();
    }

    @Test
    void it_gets_the_keyboard_only_where_that_was_asked_for_and_once_there_is_something() {
        directory.slow = true;
        presenter.open(MARIA.id(), true);
        stage.drain();
        assertThat(screen.focused).isZero();

        stage.answer();
        presenter.contactsChanged();
        stage.answer();

        assertThat(screen.focused).isEqualTo(1);
    }

    @Test
    void an_answer_about_somebody_who_is_not_shown_any_more_is_dropped() {
        directory.slow = true;
        presenter.open(MARIA.id(), false);
        presenter.open(LUCA.id(), false);

        stage.answer();

        assertThat(stage.somebody().contact()).isEqualTo(LUCA);
    }

    @Test
    void while_the_directory_thinks_the_one_before_cannot_be_called() {
        stage.open(MARIA);
        directory.slow = true;

        presenter.open(LUCA.id(), false);
        stage.drain();

        assertThat(screen.view).isEqualTo(new ContactView.Loading());
    }

    @Test
    void who_is_gone_from_the_directory_is_said_to_be() {
        stage.open(MARIA);

        directory.people.remove(MARIA.id());
        presenter.contactsChanged();
        stage.drain();

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

        stage.open(MARIA);

        assertThat(screen.view).isEqualTo(new ContactView.Nobody(Messages.notRead, "", false));
    }

    @Test
    void the_star_is_there_at_once_and_goes_again_where_the_directory_refuses() {
        stage.open(MARIA);
        directory.slow = true;
        directory.fails = true;

        presenter.toggleFavourite();
        assertThat(stage.somebody().favourite()).isTrue();

        stage.answer();
        assertThat(stage.somebody().favourite()).isFalse();
        assertThat(stage.somebody().message()).isEqualTo(Messages.notChanged);
    }

    @Test
    void the_star_pins_and_unpins() {
        stage.open(MARIA);

        presenter.toggleFavourite();
        stage.drain();
        assertThat(directory.pinned).containsExactly(MARIA.id());

        presenter.contactsChanged();
        stage.drain();
        assertThat(stage.somebody().favourite()).isTrue();

        presenter.toggleFavourite();
        stage.drain();
        assertThat(directory.pinned).isEmpty();
    }

    @Test
    void where_the_source_is_down_its_age_is_told() {
        directory.sources.add(source(SourceStatus.State.FAILED, NOW.minusSeconds(90_000)));

        stage.open(MARIA);

        assertThat(stage.somebody().stale()).isTrue();
        assertThat(stage.somebody().origin()).startsWith("Company directory").contains("2026");

        directory.sources.set(0, source(SourceStatus.State.READY, NOW));
        presenter.sourceChanged(directory.sources.get(0));
        stage.drain();
        assertThat(stage.somebody().stale()).isFalse();
        assertThat(stage.somebody().origin()).isEqualTo(Messages.internal + " · Company directory");
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
        run(later, () -> stage.somebody().photo() != null);

        patient.open(LUCA.id(), false);
        run(
                later,
                () -> screen.view instanceof ContactView.Somebody now
                        && now.contact().equals(LUCA));
        assertThat(stage.somebody().photo()).isNull();
    }

    @Test
    void marks_that_turn_the_writing_round_are_left_out_of_what_is_joined() {
        assertThat(Words.plain("a\u202egnp.exe\u2066")).isEqualTo("agnp.exe");
    }

    private static SourceStatus source(SourceStatus.State state, Instant asOf) {
        return new SourceStatus("ldap", "Company directory", Kind.INTERNAL, state, 1, asOf, 0, -1, null, List.of());
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
}
