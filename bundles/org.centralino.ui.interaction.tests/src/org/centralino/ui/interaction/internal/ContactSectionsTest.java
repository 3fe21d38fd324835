/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.interaction.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.ui.interaction.internal.People.MARIA;

import java.io.IOException;
import java.util.List;
import org.centralino.directory.Contact;
import org.centralino.ui.interaction.ContactSection;
import org.centralino.ui.widgets.TextLine;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Sections under a contact, which others bring. */
@NonNullByDefault({})
class ContactSectionsTest {

    private final VirtualDisplay screen;
    private final PaneStage stage;
    private final ShownWidgets widgets;

    ContactSectionsTest() throws IOException {
        screen = VirtualDisplay.open();
        stage = new PaneStage(screen);
        widgets = stage.widgets;
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void a_partners_section_is_under_its_heading_and_told_of_each_contact() {
        stage.show(MARIA);
        assertThat(widgets.texts()).contains("FROM YOUR CRM", "Order 2291 of Maria Rossi waits for approval");

        Contact luca = People.own("luca", "Luca Ferri");
        stage.show(luca);
        assertThat(widgets.texts()).contains("Order 2291 of Luca Ferri waits for approval");
    }

    @Test
    void a_section_comes_and_goes_while_a_contact_is_shown_and_the_others_are_not_touched() {
        SectionEntry first = new SectionEntry("first", 100, "First", new Growing());
        SectionEntry crm = new SectionEntry("crm", 500, "From your CRM", new CrmSection());
        stage.pane.offer(List.of(crm));
        stage.show(MARIA);
        TextLine heading = widgets.line("FROM YOUR CRM");

        ((Growing) first.section()).grow(20);
        stage.pane.offer(List.of(first, crm));
        screen.until(() -> widgets.line("FIRST").getSize().y > 0);
        assertThat(widgets.line("FROM YOUR CRM")).isSameAs(heading);
        assertThat(top(widgets.line("FIRST"))).isLessThan(top(heading));

        stage.pane.offer(List.of(first));
        assertThat(heading.isDisposed()).isTrue();
        assertThat(widgets.texts()).contains("FIRST").doesNotContain("FROM YOUR CRM");

        stage.pane.offer(List.of(first, new SectionEntry("crm", 500, "From your CRM", new CrmSection())));
        assertThat(widgets.texts()).contains("FROM YOUR CRM", "Order 2291 of Maria Rossi waits for approval");
    }

    private int top(TextLine line) {
        return stage.shell.getDisplay().map(line, stage.shell, 0, 0).y;
    }

    @Test
    void a_section_that_throws_is_left_out_and_the_others_stay() {
        Failing failing = new Failing();
        stage.open(List.of(
                new SectionEntry("throws", 1, "Throws", failing),
                new SectionEntry("crm", 500, "From your CRM", new CrmSection())));

        stage.show(MARIA);
        stage.show(People.own("luca", "Luca Ferri"));

        assertThat(failing.shown).isEqualTo(1);
        assertThat(widgets.texts())
                .doesNotContain("THROWS")
                .contains("FROM YOUR CRM", "Order 2291 of Luca Ferri waits for approval");
    }

    @Test
    void a_section_that_has_nothing_has_no_heading_and_one_that_gets_more_gets_the_room() {
        Growing growing = new Growing();
        stage.open(List.of(new SectionEntry("grows", 1, "Grows", growing)));
        stage.show(MARIA);
        ScrolledComposite page = (ScrolledComposite) stage.shell.getChildren()[0];
        int before = page.getMinHeight();
        TextLine heading = widgets.line("GROWS");
        assertThat(heading.getSize().y).isZero();

        growing.grow(500);

        screen.until(() -> growing.room.getSize().y == 500 && heading.getSize().y > 0);
        assertThat(page.getMinHeight()).isGreaterThanOrEqualTo(before + 500);
    }

    private static final class Failing implements ContactSection {

        int shown;

        @Override
        public void create(Composite parent) {
            new TextLine(parent, SWT.LEFT);
        }

        @Override
        public void show(Contact contact) {
            shown++;
            throw new IllegalStateException("meant to fail");
        }
    }

    private static final class Growing implements ContactSection {

        private Composite room;
        private int height;

        @Override
        public void create(Composite parent) {
            room = new Composite(parent, SWT.NONE) {
                @Override
                public Point computeSize(int widthHint, int heightHint, boolean changed) {
                    return new Point(10, height);
                }
            };
        }

        @Override
        public void show(Contact contact) {
            // what there is comes later
        }

        void grow(int pixels) {
            height = pixels;
            if (room != null) {
                room.requestLayout();
            }
        }
    }
}
