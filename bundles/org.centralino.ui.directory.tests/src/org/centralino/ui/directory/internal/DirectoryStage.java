/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.directory.internal;

import static org.centralino.ui.directory.internal.FakeDirectory.colleague;
import static org.centralino.ui.directory.internal.FakeDirectory.person;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.centralino.directory.ContactId;
import org.centralino.directory.Kind;
import org.centralino.directory.Phone;
import org.centralino.ui.contact.Interaction;
import org.centralino.ui.contact.PhoneAction;

/** A presenter with four people in its directory, and what it did. */
final class DirectoryStage {

    final FakeDirectory directory = new FakeDirectory();
    final FakeView view = new FakeView();
    final List<String> runs = new ArrayList<>();
    final List<PhoneAction> actions = new ArrayList<>(List.of(new FakeAction("call", "Call", 100, runs)));
    final List<String> opened = new ArrayList<>();
    private final Interaction detail = new Detail();
    final DirectoryPresenter presenter =
            new DirectoryPresenter(() -> directory, () -> actions, () -> detail, Runnable::run, view);
    /** How often the box was told that somebody else would be called. */
    int targets;

    DirectoryStage() {
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

    void type(String text) {
        presenter.edited(text, () -> targets++);
    }

    /** Who is in the list. */
    List<String> names() {
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
