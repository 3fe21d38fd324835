/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.directory.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.ui.directory.internal.FakeDirectory.colleague;
import static org.centralino.ui.directory.internal.FakeDirectory.person;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.centralino.directory.ContactId;
import org.centralino.directory.Kind;
import org.centralino.directory.Phone;
import org.centralino.directory.SearchQuery.Scope;
import org.centralino.ui.DisplayExecutor;
import org.centralino.ui.contact.Interaction;
import org.centralino.ui.contact.PhoneAction;
import org.centralino.ui.widgets.Pressable;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.ScrollBar;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The widgets, on a display of their own. */
@NonNullByDefault({})
class DirectoryPaneTest {

    private static VirtualDisplay screen;

    private final FakeDirectory directory = new FakeDirectory();
    private final List<String> runs = new ArrayList<>();
    private final List<PhoneAction> actions = new ArrayList<>(List.of(new FakeAction("call", "Call", 100, runs)));
    private final List<String> opened = new ArrayList<>();
    private final Interaction detail = new Detail();
    private final Shell shell = new Shell(screen.display, SWT.SHELL_TRIM);
    private DirectoryPane pane;
    private DirectoryPresenter presenter;

    @BeforeAll
    static void openDisplay() throws IOException {
        screen = VirtualDisplay.open();
    }

    @BeforeEach
    void open() {
        directory.people.add(colleague("Rossi Maria", "142"));
        directory.people.add(colleague("Rossini Paolo", "207"));
        directory.people.add(person(
                "Rosetti Anna",
                Kind.EXTERNAL,
                "Fornitori",
                new Phone("+39 051 220 18", Phone.Type.WORK),
                new Phone("+39 347 000 1142", Phone.Type.MOBILE)));
        shell.setLayout(new FillLayout());
        Composite place = new Composite(shell, SWT.NONE);
        pane = new DirectoryPane(
                place, () -> directory, () -> actions, () -> detail, new DisplayExecutor(screen.display));
        presenter = pane.presenter();
        shell.setBounds(0, 0, 372, 600);
        shell.open();
        presenter.contactsChanged();
        screen.until(() -> rows().size() == 3);
    }

    @AfterEach
    void close() {
        shell.dispose();
    }

    @Test
    void the_row_under_the_pointer_has_the_buttons_and_pressing_one_calls_its_number() {
        actions.add(new FakeAction("video", "Video call", 200, runs));
        pane.actionsChanged();
        assertThat(names()).doesNotContain("Call");

        hover(1);
        assertThat(buttons("Call")).hasSize(1);
        assertThat(buttons("Call").get(0).getToolTipText()).isEqualTo("Call\nRossini Paolo, 207");
        buttons("Call").get(0).press();
        hover(2);
        assertThat(buttons("Call")).hasSize(1);
        buttons("Video call").get(0).press();

        assertThat(runs).containsExactly("call 207", "video +39 051 220 18");
    }

    @Test
    void there_is_no_button_for_what_no_bundle_does() {
        hover(0);

        assertThat(names()).contains("Call").doesNotContain("Video call");
    }

    @Test
    void for_a_name_the_first_row_is_selected_and_has_the_buttons() {
        type("ros");

        assertThat(buttons("Call").get(0).getToolTipText()).isEqualTo("Call\nRossi Maria, 142");
        assertThat(pane.boxKey(SWT.ARROW_DOWN)).isTrue();
        assertThat(buttons("Call").get(0).getToolTipText()).isEqualTo("Call\nRossini Paolo, 207");
        assertThat(pane.boxKey(SWT.F5)).isFalse();
    }

    @Test
    void a_hundred_thousand_contacts_take_as_many_widgets_as_fit() {
        for (int i = 0; i < 100_000; i++) {
            directory.people.add(colleague("Zeta " + i, "9" + i));
        }
        type("zeta");
        assertThat(rows()).hasSizeLessThan(20);

        ScrollBar bar = rows().get(0).getParent().getVerticalBar();
        assertThat(bar.getMaximum()).isEqualTo(100_000 * RowPainter.HEIGHT);
        bar.setSelection(70_000 * RowPainter.HEIGHT);
        bar.notifyListeners(SWT.Selection, new Event());
        screen.until(() -> shown().contains("Zeta 70003"));

        assertThat(rows()).hasSizeLessThan(20);
        assertThat(directory.queries).hasSizeLessThan(6);
    }

    @Test
    void rows_that_show_nobody_are_gone() {
        type("rosetti");
        assertThat(shown()).containsExactly("Rosetti Anna");
        type("nobody");
        assertThat(rows()).isEmpty();
        assertThat(names()).contains(Messages.newContact);
    }

    @Test
    void paging_down_brings_the_selected_row_into_sight() {
        for (int i = 0; i < 100; i++) {
            directory.people.add(colleague("Zeta " + i, "9" + i));
        }
        type("zeta");
        pane.boxKey(SWT.PAGE_DOWN);
        pane.boxKey(SWT.PAGE_DOWN);

        assertThat(shown()).contains(presenter.target());
        assertThat(shown()).doesNotContain("Zeta 0");
    }

    @Test
    void several_numbers_give_a_choice_that_has_the_keyboard_on_the_default_one() {
        type("rosetti");
        presenter.enter();
        Control focus = Objects.requireNonNull(screen.display.getFocusControl());
        assertThat(((Pressable) focus).accessibleName()).startsWith("Call +39 051 220 18");

        key(focus, SWT.ARROW_DOWN);
        Control second = Objects.requireNonNull(screen.display.getFocusControl());
        ((Pressable) second).press();

        assertThat(runs).containsExactly("call +39 347 000 1142");
        assertThat(second.isDisposed()).isTrue();
    }

    @Test
    void escape_takes_the_choice_back() {
        type("rosetti");
        presenter.enter();
        Control focus = Objects.requireNonNull(screen.display.getFocusControl());
        Event escape = new Event();
        escape.character = SWT.ESC;
        focus.notifyListeners(SWT.KeyDown, escape);

        assertThat(focus.isDisposed()).isTrue();
        assertThat(names().stream().filter(name -> name.startsWith("Call +"))).isEmpty();
    }

    @Test
    void a_click_selects_and_opens_the_contact() {
        Event down = new Event();
        down.button = 1;
        down.count = 1;
        rows().get(1).notifyListeners(SWT.MouseDown, down);
        rows().get(1).notifyListeners(SWT.MouseUp, down);

        assertThat(presenter.target()).isEqualTo("Rossini Paolo");
        assertThat(opened).containsExactly("Rossini Paolo false");
    }

    @Test
    void the_keyboard_goes_along_the_rows_when_it_is_in_the_list() {
        rows().get(0).forceFocus();
        screen.until(() -> presenter.selected() == 0);
        key(rows().get(0), SWT.ARROW_DOWN);

        screen.until(() -> screen.display.getFocusControl() instanceof PersonRow row && row.index() == 1);
        assertThat(presenter.target()).isEqualTo("Rossini Paolo");
    }

    @Test
    void the_tabs_are_named_and_choose() {
        assertThat(names())
                .contains(Messages.scopeAll, Messages.scopeFavourites, Messages.scopeInternal, Messages.scopeExternal);
        buttons(Messages.scopeExternal).get(0).press();
        screen.until(() -> shown().size() == 1);

        assertThat(shown()).containsExactly("Rosetti Anna");
        assertThat(directory.queries.get(directory.queries.size() - 1).scope()).isEqualTo(Scope.EXTERNAL);
    }

    private void type(String text) {
        boolean[] answered = {false};
        presenter.edited(text, () -> answered[0] = true);
        screen.until(() -> answered[0]);
        screen.settle();
    }

    private void hover(int index) {
        PersonRow row = rows().get(index);
        screen.display.setCursorLocation(row.toDisplay(20, 1000)); // only a pointer that moves hovers
        screen.settle();
        screen.display.setCursorLocation(row.toDisplay(20, 20));
        screen.until(() -> names().contains("Call")
                && buttons("Call")
                        .get(0)
                        .getToolTipText()
                        .contains(Objects.requireNonNull(row.shown()).name()));
    }

    private static void key(Control control, int code) {
        Event event = new Event();
        event.keyCode = code;
        control.notifyListeners(SWT.KeyDown, event);
    }

    private List<PersonRow> rows() {
        return VirtualDisplay.within(shell)
                .filter(PersonRow.class::isInstance)
                .map(PersonRow.class::cast)
                .sorted((a, b) -> a.index() - b.index())
                .toList();
    }

    private List<String> shown() {
        return rows().stream()
                .map(PersonRow::shown)
                .filter(Objects::nonNull)
                .map(RowView::name)
                .toList();
    }

    private List<Pressable> buttons(String name) {
        return VirtualDisplay.within(shell)
                .filter(Pressable.class::isInstance)
                .map(Pressable.class::cast)
                .filter(button -> button.accessibleName().equals(name))
                .toList();
    }

    private List<String> names() {
        return VirtualDisplay.within(shell)
                .filter(Pressable.class::isInstance)
                .map(button -> ((Pressable) button).accessibleName())
                .toList();
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
