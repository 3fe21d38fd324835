/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.interaction.internal;

import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import org.centralino.directory.Phone;
import org.centralino.ui.Fonts;
import org.centralino.ui.Theme;
import org.centralino.ui.Token;
import org.centralino.ui.widgets.Card;
import org.centralino.ui.widgets.IconButton;
import org.centralino.ui.widgets.PillButton;
import org.centralino.ui.widgets.Run;
import org.centralino.ui.widgets.TextLine;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** Who somebody is, what can be done with the contact, and the numbers with their buttons. */
final class IdentityCard {

    private static final int NAME = 20;
    private static final int LONG_NAME = 16;
    /** Letters from which a name is a long one. */
    private static final int LONG = 40;

    private static final int PADDING = 14;
    private static final int ROW = 44;

    private final Card card;
    private final ContactPresenter presenter;
    private final PhoneActions actions;
    private final Portrait portrait;
    private final Composite words;
    private final Paragraph origin;
    private final Paragraph message;
    private final PillButton favourite;
    private final List<List<PillButton>> calls = new ArrayList<>();

    IdentityCard(Composite parent, ContactView.Somebody view, ContactPresenter presenter, PhoneActions actions) {
        this.presenter = presenter;
        this.actions = actions;
        card = new Card(parent);
        GridLayout grid = Grids.tight(1);
        grid.marginWidth = 1;
        grid.marginHeight = 4; // room for the corners
        card.setLayout(grid);
        Composite header = place(card);
        GridData padded = new GridData(SWT.FILL, SWT.TOP, true, false);
        padded.horizontalIndent = PADDING;
        padded.verticalIndent = PADDING - 4;
        header.setLayoutData(padded);
        GridLayout inner = Grids.tight(1);
        inner.marginRight = PADDING;
        inner.marginBottom = PADDING;
        header.setLayout(inner);
        Composite top = place(header);
        top.setLayout(new HeaderLayout());
        top.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        portrait = new Portrait(top);
        words = place(top);
        GridLayout lines = Grids.tight(1);
        lines.verticalSpacing = 2;
        words.setLayout(lines);
        String name = Words.plain(view.contact().name());
        line(name.length() < LONG ? NAME : LONG_NAME, true, 4).show(name, Token.TEXT);
        line(Fonts.TEXT, false, 2).show(view.subtitle(), Token.DIM);
        origin = line(Fonts.SMALL, false, 2);
        message = line(Fonts.SMALL, true, 3);
        Composite buttons = place(top);
        GridLayout row = Grids.tight(3);
        row.horizontalSpacing = 4;
        buttons.setLayout(row);
        favourite = new PillButton(buttons, PillButton.Look.OUTLINE);
        favourite.setName(Messages.favourite, "", "");
        favourite.onPress(presenter::toggleFavourite);
        if (view.own()) {
            icon(buttons, "edit", Messages.edit, presenter::edit);
            icon(buttons, "delete", Messages.delete, presenter::delete);
        } else {
            icon(buttons, "copy", Messages.copyToOwn, presenter::edit);
        }
        for (Phone phone : view.contact().phones()) {
            number(phone, view.actions());
        }
        show(view);
    }

    /** Shows what may change while the contact stays the same. */
    void show(ContactView.Somebody view) {
        portrait.show(view.contact().name(), view.photo());
        favourite.setFace(icon(view.favourite() ? "star-filled" : "star"), Messages.favourite, "");
        favourite.setChecked(view.favourite());
        origin.show(view.origin(), view.stale() ? Token.RINGING : Token.DIM);
        message.show(view.message(), Token.BUSY);
        String said = view.contact().name() + (view.subtitle().isEmpty() ? "" : ", " + view.subtitle());
        card.setReading(Words.plain(said));
        words.requestLayout();
    }

    /** Gives the keyboard to the first number's first button. */
    void takeFocus() {
        Control first = calls.isEmpty() || calls.get(0).isEmpty()
                ? favourite
                : calls.get(0).get(0);
        first.setFocus();
    }

    private void number(Phone phone, List<ActionFace> faces) {
        Composite rule = new Composite(card, SWT.NO_FOCUS);
        Theme.of(card.getDisplay()).surface(rule, Token.LINE);
        GridData thin = new GridData(SWT.FILL, SWT.TOP, true, false);
        thin.heightHint = 1;
        rule.setLayoutData(thin);
        Composite row = place(card);
        GridLayout grid = Grids.tight(1 + faces.size());
        grid.marginLeft = PADDING;
        grid.marginRight = PADDING - 2;
        grid.horizontalSpacing = 6;
        row.setLayout(grid);
        GridData wide = new GridData(SWT.FILL, SWT.TOP, true, false);
        wide.heightHint = ROW;
        row.setLayoutData(wide);
        TextLine line = new TextLine(row, SWT.LEFT);
        line.setRuns(List.of(Run.bold(Words.plain(phone.number())), Run.dim("  " + Words.type(phone.type()))));
        GridData rest = new GridData(SWT.FILL, SWT.CENTER, true, true);
        rest.widthHint = 1; // takes what is there, asks for nothing
        line.setLayoutData(rest);
        Menus menu = new Menus();
        List<PillButton> buttons = new ArrayList<>();
        for (ActionFace face : faces) {
            boolean main = face == faces.get(0) && phone.type() != Phone.Type.FAX;
            PillButton button = new PillButton(row, main ? PillButton.Look.FILLED : PillButton.Look.OUTLINE);
            button.setFace(face.icon(), face.caption(), "");
            button.setName(face.name(), phone.number(), "");
            button.setLayoutData(new GridData(SWT.RIGHT, SWT.CENTER, false, true));
            button.onPress(() -> run(face, phone.number()));
            menu.with(face.name(), () -> run(face, phone.number()));
            int at = calls.size();
            int column = buttons.size();
            button.addListener(SWT.KeyDown, event -> arrow(event.keyCode, at, column));
            buttons.add(button);
        }
        calls.add(buttons);
        menu.with(Messages.copy, () -> Copying.copy(line, phone.number()));
        menu.on(row, line);
        menu.on(buttons.toArray(PillButton[]::new));
    }

    private void run(ActionFace face, String number) {
        if (!actions.run(face, number)) {
            presenter.actionFailed();
        }
    }

    /** Up and down go from number to number, left and right along the buttons of one. */
    private void arrow(int key, int row, int column) {
        int to = key == SWT.ARROW_UP ? row - 1 : key == SWT.ARROW_DOWN ? row + 1 : row;
        int beside = key == SWT.ARROW_LEFT ? column - 1 : key == SWT.ARROW_RIGHT ? column + 1 : column;
        boolean moves = to != row || beside != column;
        if (moves
                && to >= 0
                && to < calls.size()
                && beside >= 0
                && beside < calls.get(to).size()) {
            calls.get(to).get(beside).setFocus();
        }
    }

    private static void icon(Composite parent, String icon, String name, Runnable run) {
        IconButton button = new IconButton(parent, icon(icon), Token.ACCENT);
        button.setName(name, "", "");
        button.onPress(run);
    }

    static @Nullable URL icon(String name) {
        return IdentityCard.class.getResource("/icons/" + name + ".svg");
    }

    private Paragraph line(int pixels, boolean bold, int most) {
        Paragraph line = new Paragraph(words, pixels, bold, most);
        line.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        return line;
    }

    private static Composite place(Composite parent) {
        Composite place = new Composite(parent, SWT.NO_FOCUS);
        Theme.of(parent.getDisplay()).surface(place, Token.CARD);
        return place;
    }
}
