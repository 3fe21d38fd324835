/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.interaction.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.ui.interaction.internal.People.MARIA;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.centralino.directory.Contact;
import org.centralino.quarantine.Guest;
import org.centralino.ui.interaction.ContactSection;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.swt.widgets.Composite;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A partner's section of a contact, which is made elsewhere and called under watch. */
@NonNullByDefault({})
class GuestSectionTest {

    private final VirtualDisplay screen;
    private final PaneStage stage;
    private final ShownWidgets widgets;
    private final FakeGuest guest = new FakeGuest();

    GuestSectionTest() throws IOException {
        screen = VirtualDisplay.open();
        stage = new PaneStage(screen);
        widgets = stage.widgets;
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void it_is_not_there_until_its_bundle_has_made_it_and_then_shows_who_is_in_sight() {
        open(new CrmSection());
        stage.show(MARIA);
        Contact luca = People.own("luca", "Luca Ferri");
        stage.show(luca);
        assertThat(widgets.line("FROM YOUR CRM").getSize().y).isZero();
        assertThat(guest.done).isEmpty();

        guest.work();

        screen.until(() -> widgets.texts().contains("Order 2291 of Luca Ferri waits for approval"));
        screen.until(() -> widgets.line("FROM YOUR CRM").getSize().y > 0);
        assertThat(guest.done).containsExactly("creating the section crm", "showing the section crm");
        stage.show(MARIA);
        assertThat(widgets.texts()).contains("Order 2291 of Maria Rossi waits for approval");
    }

    @Test
    void one_that_fails_leaves_the_rest_of_the_contact_as_it_is() {
        open(new ContactSection() {
            @Override
            public void create(Composite parent) {
                throw new IllegalStateException("meant to fail");
            }

            @Override
            public void show(Contact contact) {
                throw new IllegalStateException("meant to fail");
            }
        });
        stage.show(MARIA);
        guest.work();
        screen.until(() -> !guest.done.isEmpty());
        assertThat(guest.held).isTrue();

        stage.pane.offer(List.of());

        assertThat(widgets.shows(MARIA.name())).isTrue();
        assertThat(widgets.texts()).doesNotContain("FROM YOUR CRM");
    }

    @Test
    void one_that_is_made_when_nobody_wants_it_any_more_is_not_created() {
        open(new CrmSection());
        stage.show(MARIA);
        stage.pane.offer(List.of());

        guest.work();

        screen.until(() -> !screen.display.readAndDispatch());
        assertThat(guest.done).isEmpty();
    }

    private void open(ContactSection section) {
        GuestSection standIn = new GuestSection(guest, () -> section, "crm", screen.display::asyncExec);
        stage.open(List.of(new SectionEntry("crm", 500, "From your CRM", standIn)));
    }

    /** A guest that makes things when the test says so, and is held when it throws. */
    private static final class FakeGuest implements Guest {

        private final List<Runnable> making = new ArrayList<>();
        private final List<String> done = new ArrayList<>();
        private boolean held;

        void work() {
            making.forEach(Runnable::run);
            making.clear();
        }

        @Override
        public String name() {
            return "Acme CRM";
        }

        @Override
        public boolean isHeld() {
            return held;
        }

        @Override
        public void run(String doing, Runnable code) {
            throw new IllegalStateException("a section is called on the display thread");
        }

        @Override
        public void make(String doing, Runnable code) {
            making.add(code);
        }

        @Override
        public boolean here(String doing, Runnable code) {
            if (held) {
                return false;
            }
            done.add(doing);
            try {
                code.run();
            } catch (IllegalStateException e) {
                held = true;
            }
            return !held;
        }
    }
}
