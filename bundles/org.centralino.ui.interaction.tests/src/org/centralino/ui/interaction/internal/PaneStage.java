/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.interaction.internal;

import static org.centralino.ui.interaction.internal.People.MARIA;

import java.net.URL;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.centralino.directory.Contact;
import org.centralino.ui.Icon;
import org.centralino.ui.contact.PhoneAction;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;

/** A contact's pane in a shell of its own. */
@NonNullByDefault({})
final class PaneStage {

    final VirtualDisplay screen;
    final FakeDirectory directory = new FakeDirectory();
    final PhoneActions actions = new PhoneActions();
    final List<String> dialled = new ArrayList<>();
    final Shell shell;
    final ShownWidgets widgets;
    ContactPane pane;
    ContactPresenter presenter;

    PaneStage(VirtualDisplay screen) {
        this.screen = screen;
        shell = new Shell(screen.display, SWT.SHELL_TRIM);
        widgets = new ShownWidgets(screen, shell);
        directory.people.put(MARIA.id(), MARIA);
        offer(100, "Call", "Call");
        offer(200, "Video call", "Video");
        open(List.of(new SectionEntry("crm", 500, "From your CRM", new CrmSection())));
    }

    /** Lets something be done with numbers; what is called "Broken" throws. */
    void offer(int order, String name, String caption) {
        actions.add(new Dialling(order, name, caption));
    }

    /** Opens the pane, with these sections. */
    void open(List<SectionEntry> sections) {
        for (Control child : shell.getChildren()) {
            child.dispose();
        }
        shell.setLayout(new FillLayout());
        shell.setSize(600, 800);
        pane = new ContactPane(shell, sections, actions);
        presenter = new ContactPresenter(() -> directory, actions, screen.display::asyncExec, Instant::now, pane);
        pane.connect(presenter);
        presenter.refresh();
        shell.open();
        shell.forceActive();
        widgets.button("New contact");
    }

    void show(Contact contact) {
        directory.people.put(contact.id(), contact);
        presenter.open(contact.id(), false);
        screen.until(() -> widgets.shows(contact.name()));
    }

    void close() {
        shell.dispose();
    }

    private final class Dialling implements PhoneAction {

        private final int order;
        private final String name;
        private final String caption;

        Dialling(int order, String name, String caption) {
            this.order = order;
            this.name = name;
            this.caption = caption;
        }

        @Override
        public String id() {
            return name;
        }

        @Override
        public int order() {
            return order;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public String caption() {
            return caption;
        }

        @Override
        public URL icon() {
            return Objects.requireNonNull(Icon.CALL.url());
        }

        @Override
        public void run(String number) {
            if (name.equals("Broken")) {
                throw new IllegalStateException("meant to fail");
            }
            dialled.add(name + " " + number);
        }
    }
}
