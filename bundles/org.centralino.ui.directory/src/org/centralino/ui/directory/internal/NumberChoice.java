/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.directory.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.centralino.directory.Phone;
import org.centralino.ui.Announcement;
import org.centralino.ui.Theme;
import org.centralino.ui.Token;
import org.centralino.ui.widgets.Card;
import org.centralino.ui.widgets.Run;
import org.centralino.ui.widgets.TextLine;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;

/**
 * Which of somebody's numbers to call. The default one has the keyboard, so that a second Enter calls it; the arrow keys go
 * to the others, Escape goes back.
 */
final class NumberChoice extends Composite {

    private static final int MOST_SHOWN = 6;
    private static final int MARGIN = 8;

    private final List<NumberButton> buttons = new ArrayList<>();
    private final ScrolledComposite scroller;
    private final Runnable back;

    NumberChoice(Composite parent, NumberList numbers, Consumer<String> chosen, Runnable back) {
        super(parent, SWT.NO_FOCUS);
        this.back = back;
        Theme theme = Theme.of(getDisplay());
        theme.surface(this, Token.WINDOW);
        setLayout(new FillLayout());
        Card card = new Card(this);
        card.setBorder(Token.ACCENT, 2);
        GridLayout grid = column(MARGIN);
        card.setLayout(grid);
        TextLine heading = new TextLine(card, SWT.LEFT);
        heading.setRun(Run.dim(NLS.bind(Messages.numbersOf, Words.within(numbers.name()))));
        GridData line = new GridData(SWT.FILL, SWT.CENTER, true, false);
        line.widthHint = 1;
        line.horizontalIndent = 2;
        heading.setLayoutData(line);
        scroller = new ScrolledComposite(card, SWT.V_SCROLL);
        scroller.setExpandHorizontal(true);
        scroller.setExpandVertical(true);
        theme.surface(scroller, Token.CARD);
        Composite place = new Composite(scroller, SWT.NO_FOCUS);
        theme.surface(place, Token.CARD);
        place.setLayout(column(0));
        for (Phone phone : numbers.phones()) {
            NumberButton button = new NumberButton(place, phone);
            button.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
            button.onPress(() -> chosen.accept(phone.number()));
            button.addListener(SWT.KeyDown, event -> key(button, event));
            button.addListener(SWT.Traverse, event -> {
                if (event.detail == SWT.TRAVERSE_ARROW_NEXT || event.detail == SWT.TRAVERSE_ARROW_PREVIOUS) {
                    event.doit = false;
                }
            });
            buttons.add(button);
        }
        scroller.setContent(place);
        scroller.setMinHeight(buttons.size() * NumberButton.HEIGHT);
        GridData list = new GridData(SWT.FILL, SWT.FILL, true, true);
        list.heightHint = Math.min(MOST_SHOWN, buttons.size()) * NumberButton.HEIGHT;
        list.widthHint = 1;
        scroller.setLayoutData(list);
    }

    /** Gives the keyboard to the default number. */
    void takeFocus(String name) {
        if (!isDisposed()) {
            buttons.get(0).setFocus();
            Announcement.say(this, NLS.bind(Messages.numbersOf, name) + ". " + Messages.choiceHelp);
        }
    }

    private void key(NumberButton from, Event event) {
        int at = buttons.indexOf(from);
        if (event.character == SWT.ESC) {
            back.run();
        } else if (event.keyCode == SWT.ARROW_DOWN && at + 1 < buttons.size()) {
            focus(at + 1);
        } else if (event.keyCode == SWT.ARROW_UP && at > 0) {
            focus(at - 1);
        }
    }

    private void focus(int at) {
        NumberButton button = buttons.get(at);
        button.setFocus();
        scroller.showControl(button);
    }

    private static GridLayout column(int margin) {
        GridLayout grid = new GridLayout(1, false);
        grid.marginWidth = margin;
        grid.marginHeight = margin;
        grid.verticalSpacing = margin / 2;
        return grid;
    }
}
