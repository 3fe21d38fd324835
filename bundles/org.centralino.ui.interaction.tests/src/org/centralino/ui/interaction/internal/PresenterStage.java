/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.interaction.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.ui.interaction.internal.People.MARIA;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.centralino.directory.Contact;
import org.centralino.directory.Phone;
import org.eclipse.jdt.annotation.Nullable;

/** A presenter on a display that does what it was given when it is told to, before people. */
final class PresenterStage {

    static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    static final Contact LUCA = People.own("luca", "Luca Ferri", new Phone("02 1234", Phone.Type.WORK));

    final FakeDirectory directory = new FakeDirectory();
    final Screen screen = new Screen();
    private final Queue<@Nullable Runnable> display = new ArrayDeque<>();
    final ContactPresenter presenter = new ContactPresenter(() -> directory, List::of, display::add, () -> NOW, screen);

    PresenterStage() {
        directory.people.put(MARIA.id(), MARIA);
        directory.people.put(LUCA.id(), LUCA);
    }

    void open(Contact contact) {
        presenter.open(contact.id(), false);
        drain();
    }

    /** The directory says what it was asked for while it was slow. */
    void answer() {
        directory.answerLate();
        drain();
    }

    void drain() {
        for (Runnable task = display.poll(); task != null; task = display.poll()) {
            task.run();
        }
    }

    ContactView.Somebody somebody() {
        assertThat(screen.view).isInstanceOf(ContactView.Somebody.class);
        return (ContactView.Somebody) screen.view;
    }

    ContactView.Form form() {
        assertThat(screen.view).isInstanceOf(ContactView.Form.class);
        return (ContactView.Form) screen.view;
    }

    /** Keeps what it was told. */
    static final class Screen implements ContactPresenter.View {

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
