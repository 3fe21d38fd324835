/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.interaction.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.centralino.directory.Contact;
import org.centralino.directory.Phone;
import org.centralino.ui.widgets.Pressable;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The widgets in which contacts are written, deleted and had back. */
@NonNullByDefault({})
class FormPaneTest {

    private final VirtualDisplay screen;
    private final PaneStage stage;
    private final ShownWidgets widgets;

    FormPaneTest() throws IOException {
        screen = VirtualDisplay.open();
        stage = new PaneStage(screen);
        widgets = stage.widgets;
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void a_number_that_cannot_be_one_is_said_beside_its_field_and_the_keyboard_goes_there() {
        stage.presenter.create("02 1234");
        widgets.type("Family name", "Neri");
        widgets.button("Add a number").press();
        widgets.type("Number 2", "nobody knows");

        widgets.button("Save").press();
        screen.until(() -> widgets.text("Number 2").isFocusControl());

        assertThat(widgets.texts()).anyMatch(words -> words.equals(DraftCheck.number("nobody knows")));
        assertThat(stage.directory.people).hasSize(1);

        widgets.type("Number 2", "02 5678");
        widgets.button("Save").press();
        widgets.button("Edit");
        widgets.button("Delete");
        assertThat(stage.directory.people).hasSize(2);
        assertThat(widgets.pressables("Call")).hasSize(2);
    }

    @Test
    void escape_leaves_the_form_from_every_field_of_it() {
        for (String field : List.of("Given name", "Number 1", "Note")) {
            stage.presenter.create("02 1234");
            widgets.text(field).setFocus();
            screen.until(() -> widgets.text(field).isFocusControl());

            Event escape = new Event();
            escape.type = SWT.KeyDown;
            escape.character = SWT.ESC;
            escape.keyCode = SWT.ESC;
            assertThat(screen.display.post(escape)).isTrue();
            escape.type = SWT.KeyUp;
            screen.display.post(escape);

            widgets.button("New contact");
        }
    }

    @Test
    void a_row_that_is_removed_goes_and_the_others_keep_what_was_typed() {
        Contact luca =
                People.own("luca", "Luca Ferri", new Phone("1", Phone.Type.WORK), new Phone("2", Phone.Type.MOBILE));
        stage.show(luca);
        widgets.button("Edit").press();
        widgets.type("Number 2", "22");

        widgets.button("Remove number 1").press();

        screen.until(() -> widgets.text("Number 1").getText().equals("22"));
        assertThat(widgets.names()).contains("Type of number 1: mobile").doesNotContain("Remove number 2");
    }

    @Test
    void what_was_deleted_can_be_had_back_by_the_button_that_has_the_keyboard() {
        Contact luca = People.own("luca", "Luca Ferri", new Phone("1", Phone.Type.WORK));
        stage.show(luca);

        widgets.button("Delete").press();
        Pressable undo = widgets.button("Undo");
        assertThat(stage.directory.people).doesNotContainKey(luca.id());
        screen.until(undo::isFocusControl);

        undo.press();
        widgets.button("Call");
        assertThat(stage.directory.people).containsKey(luca.id());
    }
}
