/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.interaction.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.ui.interaction.internal.People.MARIA;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.centralino.directory.Contact;
import org.centralino.directory.ContactId;
import org.centralino.directory.Phone;
import org.centralino.ui.widgets.Pressable;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.widgets.Control;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The widgets, on a display of their own: a contact and its numbers. */
@NonNullByDefault({})
class ContactPaneTest {

    private final VirtualDisplay screen;
    private final PaneStage stage;
    private final ShownWidgets widgets;

    ContactPaneTest() throws IOException {
        screen = VirtualDisplay.open();
        stage = new PaneStage(screen);
        widgets = stage.widgets;
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void each_number_has_a_button_for_each_action_and_pressing_it_dials_that_number() {
        stage.show(MARIA);

        assertThat(widgets.names())
                .contains("Favourite", "Copy to own contacts")
                .doesNotContain("Edit", "Delete");
        List<Pressable> calls = widgets.pressables("Call");
        assertThat(calls).hasSize(3);
        assertThat(calls.stream().map(Control::getToolTipText))
                .containsExactly("Call\n142", "Call\n+39 02 5550 142", "Call\n+39 347 000 1142");

        calls.get(1).press();
        widgets.button("Video call").press();
        assertThat(stage.dialled).containsExactly("Call +39 02 5550 142", "Video call 142");
    }

    @Test
    void fifty_numbers_and_a_name_of_eighty_letters_scroll_and_nothing_is_beside_the_view() {
        List<Phone> phones = IntStream.range(0, Contact.MOST_ENTRIES)
                .mapToObj(i -> new Phone("+39 02 5550 " + i, Phone.Type.WORK))
                .toList();
        String name = "Massimiliano ".repeat(7).strip();
        Contact many = People.contact(new ContactId("ldap", "many"), name, phones, null);

        stage.show(many);

        assertThat(widgets.pressables("Call")).hasSize(50);
        ScrolledComposite page = (ScrolledComposite) stage.shell.getChildren()[0];
        assertThat(page.getMinHeight()).isGreaterThan(50 * 40);
        int width = page.getClientArea().width;
        for (Control control : widgets.all()) {
            assertThat(stage.shell.getDisplay().map(control.getParent(), page, control.getBounds()).width)
                    .as("%s", control)
                    .isLessThanOrEqualTo(width);
        }
    }

    @Test
    void the_star_is_a_button_that_is_on_or_off_and_keeps_the_keyboard() {
        stage.show(MARIA);
        Pressable star = widgets.button("Favourite");
        star.setFocus();

        star.press();
        screen.until(() -> !stage.directory.pinned.isEmpty());
        stage.presenter.contactsChanged();
        boolean[] asked = {false};
        screen.display.asyncExec(() -> screen.display.asyncExec(() -> asked[0] = true));
        screen.until(() -> asked[0]);

        assertThat(star.isDisposed()).isFalse();
        assertThat(star.isChecked()).isTrue();
        assertThat(star.isFocusControl()).isTrue();
    }

    @Test
    void the_arrow_keys_go_from_number_to_number() {
        stage.show(MARIA);
        List<Pressable> calls = widgets.pressables("Call");
        stage.pane.takeFocus();
        assertThat(calls.get(0).isFocusControl()).isTrue();

        ShownWidgets.key(calls.get(0), SWT.ARROW_DOWN);
        assertThat(calls.get(1).isFocusControl()).isTrue();
        ShownWidgets.key(calls.get(1), SWT.ARROW_RIGHT);
        assertThat(widgets.pressables("Video call").get(1).isFocusControl()).isTrue();
    }

    @Test
    void an_action_that_throws_is_offered_no_more_and_the_others_stay() {
        stage.offer(300, "Broken", "Broken");
        stage.show(MARIA);

        widgets.button("Broken").press();
        screen.until(() -> widgets.pressables("Broken").isEmpty());

        assertThat(widgets.pressables("Call")).hasSize(3);
    }

    @Test
    void everything_that_can_be_pressed_or_typed_into_has_a_name() {
        stage.show(MARIA);
        assertThat(widgets.unnamed()).isEmpty();
        widgets.button("Copy to own contacts").press();
        widgets.button("Save");
        assertThat(widgets.unnamed()).isEmpty();
    }
}
