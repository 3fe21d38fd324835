/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.directory.internal;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.centralino.directory.DirectoryService;
import org.centralino.directory.Match;
import org.centralino.ui.Announcement;
import org.centralino.ui.Theme;
import org.centralino.ui.Token;
import org.centralino.ui.contact.Interaction;
import org.centralino.ui.contact.PhoneAction;
import org.centralino.ui.desk.Desk;
import org.centralino.ui.desk.DeskCommand;
import org.centralino.ui.desk.DeskLayout;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;

/** Tabs, the choice of a number while there is one, and the list or what stands in its place. */
final class DirectoryPane implements DirectoryPresenter.View, PersonList.Rows, RowDrag.Order {

    static final String OPEN = "org.centralino.ui.directory.open";
    static final String PIN = "org.centralino.ui.directory.pin";
    static final String UP = "org.centralino.ui.directory.up";
    static final String DOWN = "org.centralino.ui.directory.down";

    private static final String BOX = "org.centralino.ui.dialer.focus";
    private static final int GAP = 6;
    private static final int SAY_AFTER_MS = 700;

    private final Composite parent;
    private final DirectoryPresenter presenter;
    private final ScopeTabs tabs;
    private final Composite body;
    private final StackLayout stack = new StackLayout();
    private final PersonList list;
    private final Runnable sayPending = this::sayPending;
    private @Nullable EmptyPane empty;
    private @Nullable NumberChoice choice;
    private @Nullable Control focusBefore;
    private String pending = "";
    private Runnable painted = () -> {};

    DirectoryPane(
            Composite parent,
            Supplier<@Nullable DirectoryService> directory,
            Supplier<List<PhoneAction>> actions,
            Supplier<@Nullable Interaction> interaction,
            Executor display) {
        this.parent = parent;
        presenter = new DirectoryPresenter(directory, actions, interaction, display, this);
        parent.setLayout(new DeskLayout(0, GAP, true));
        tabs = new ScopeTabs(parent, presenter::setScope);
        body = new Composite(parent, SWT.NO_FOCUS);
        Theme.of(parent.getDisplay()).surface(body, Token.WINDOW);
        body.setLayout(stack);
        list = new PersonList(body, this, this);
        stack.topControl = list;
    }

    DirectoryPresenter presenter() {
        return presenter;
    }

    /** Lets the commands' keys work on the selected contact, wherever the keyboard is. */
    void handleKeys() {
        DeskCommand.handle(parent, OPEN, this::canOpen, () -> presenter.open(presenter.selected(), true));
        DeskCommand.handle(parent, PIN, this::hasSelection, () -> presenter.togglePin(presenter.selected()));
        DeskCommand.handle(parent, UP, this::isOrdered, () -> move(-1));
        DeskCommand.handle(parent, DOWN, this::isOrdered, () -> move(1));
    }

    /** Told, for measurements, after a row was painted. */
    void onPainted(Runnable run) {
        painted = run;
    }

    /** A key of the box. Returns whether it was taken. */
    boolean boxKey(int keyCode) {
        return switch (keyCode) {
            case SWT.ARROW_DOWN -> presenter.move(1);
            case SWT.ARROW_UP -> presenter.move(-1);
            case SWT.PAGE_DOWN -> presenter.movePage(1);
            case SWT.PAGE_UP -> presenter.movePage(-1);
            case SWT.SHIFT | SWT.F10 -> openMenu();
            default -> false;
        };
    }

    /** What can be done with numbers has changed. */
    void actionsChanged() {
        if (!parent.isDisposed()) {
            list.refresh();
        }
    }

    @Override
    public void show(ListView view) {
        if (parent.isDisposed()) {
            return;
        }
        tabs.show(view.scope(), view.count());
        ListView.Empty now = view.empty();
        EmptyPane before = empty;
        if (before != null && (now == null || !before.shows(now))) {
            Control focus = parent.getDisplay().getFocusControl();
            boolean hadFocus = focus != null && isWithin(focus, before);
            before.dispose();
            empty = null;
            if (hadFocus) {
                DeskCommand.run(BOX);
            }
        }
        EmptyPane pane = empty;
        if (now != null && pane == null) {
            pane = new EmptyPane(body, now, presenter, () -> DeskCommand.run(DirectoryItem.COMMAND));
            empty = pane;
        }
        Control top = pane == null ? list : pane;
        list.show(view.rows(), view.selected(), view.fresh());
        if (stack.topControl != top || pane != before) {
            stack.topControl = top;
            body.layout(true, true);
        }
    }

    @Override
    public void reveal(int row) {
        if (!parent.isDisposed()) {
            list.reveal(row);
        }
    }

    @Override
    public void choose(NumberList numbers) {
        endChoice();
        Control focus = parent.getDisplay().getFocusControl();
        NumberChoice now = new NumberChoice(parent, numbers, presenter::call, this::endChoice);
        now.moveAbove(body);
        focusBefore = focus;
        choice = now;
        Desk.relayout(now);
        now.takeFocus(numbers.name());
    }

    @Override
    public void endChoice() {
        NumberChoice open = choice;
        if (open == null) {
            return;
        }
        choice = null;
        Control focus = parent.getDisplay().getFocusControl();
        boolean hadFocus = focus != null && isWithin(focus, open);
        Control previous = focusBefore;
        focusBefore = null;
        open.dispose();
        Desk.relayout(body);
        if (hadFocus && (previous == null || previous.isDisposed() || !previous.forceFocus())) {
            DeskCommand.run(BOX);
        }
    }

    @Override
    public void say(String text) {
        if (!parent.isDisposed()) {
            pending = "";
            Announcement.say(parent, text);
        }
    }

    @Override
    public void sayLater(String text) {
        if (!parent.isDisposed()) {
            pending = text;
            parent.getDisplay().timerExec(SAY_AFTER_MS, sayPending);
        }
    }

    private void sayPending() {
        if (!pending.isEmpty()) {
            say(pending);
        }
    }

    @Override
    public int page() {
        return list.page();
    }

    @Override
    public @Nullable RowView row(int index) {
        return presenter.row(index);
    }

    @Override
    public void need(int first, int last) {
        presenter.need(first, last);
    }

    @Override
    public List<PhoneAction> actions() {
        return presenter.actions();
    }

    @Override
    public void run(PhoneAction action, int index) {
        presenter.run(action, index);
    }

    @Override
    public void select(int index) {
        presenter.select(index);
    }

    @Override
    public void clicked(int index) {
        presenter.select(index);
        presenter.open(index, false);
    }

    @Override
    public void doubleClicked(int index) {
        presenter.call(index);
    }

    @Override
    public void key(Event event) {
        if ((event.stateMask & SWT.MODIFIER_MASK) != 0) {
            return;
        }
        int rows = presenter.rows();
        switch (event.keyCode) {
            case SWT.HOME -> presenter.select(0);
            case SWT.END -> presenter.select(rows - 1);
            case SWT.CR, SWT.KEYPAD_CR -> presenter.enter();
            case ' ' -> presenter.open(presenter.selected(), false);
            case SWT.ESC -> DeskCommand.run(BOX);
            case SWT.ARROW_UP -> {
                if (presenter.selected() <= 0) {
                    DeskCommand.run(BOX); // the box is above the first row
                } else {
                    presenter.move(-1);
                }
            }
            default -> boxKey(event.keyCode);
        }
    }

    @Override
    public void menu(int index, Point at) {
        presenter.select(index);
        PersonMenu.open(list, presenter, index, at);
    }

    @Override
    public void painted(int index) {
        painted.run();
    }

    @Override
    public boolean isFree() {
        return presenter.isOrdered();
    }

    @Override
    public void move(int from, int to) {
        presenter.moveFavourite(from, to);
    }

    @Override
    public String text(int row) {
        Match match = presenter.match(row);
        return match == null ? "" : match.phone();
    }

    private boolean openMenu() {
        PersonRow row = list.rowOf(presenter.selected());
        if (row == null) {
            return false;
        }
        PersonMenu.open(list, presenter, presenter.selected(), row.toDisplay(0, RowPainter.HEIGHT));
        return true;
    }

    private boolean hasSelection() {
        return presenter.selectedMatch() != null;
    }

    private boolean canOpen() {
        return hasSelection() && presenter.canOpen();
    }

    private boolean isOrdered() {
        return hasSelection() && presenter.isOrdered();
    }

    private void move(int by) {
        presenter.moveFavourite(presenter.selected(), presenter.selected() + by);
    }

    private static boolean isWithin(Control control, Composite around) {
        for (Control c = control; c != null; c = c.getParent()) {
            if (c == around) {
                return true;
            }
        }
        return false;
    }
}
