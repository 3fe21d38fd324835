/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.interaction.internal;

import java.util.function.UnaryOperator;
import org.centralino.ui.AccessibleName;
import org.centralino.ui.Announcement;
import org.centralino.ui.Fonts;
import org.centralino.ui.Icon;
import org.centralino.ui.Theme;
import org.centralino.ui.Token;
import org.centralino.ui.widgets.Card;
import org.centralino.ui.widgets.Run;
import org.centralino.ui.widgets.TextLine;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;

/** A text to be typed: its label above it, what is wrong with it in words under it. */
final class Field extends Composite {

    private static final int LINE = 18;

    private final Card frame;
    private final Text text;
    private final TextLine problem;
    private final GridData problemData = new GridData(SWT.FILL, SWT.TOP, true, false);
    private boolean focused;
    private UnaryOperator<String> check = typed -> "";

    /**
     * @param name accessible name
     * @param label what stands above it; empty: nothing
     * @param lines how high it is; of more than one a line end can be typed
     */
    Field(Composite parent, String name, String label, int lines, int limit) {
        super(parent, SWT.NO_FOCUS);
        Theme theme = Theme.of(getDisplay());
        theme.surface(this, Theme.surfaceOf(parent));
        GridLayout grid = Grids.tight(1);
        grid.verticalSpacing = 2;
        setLayout(grid);
        if (!label.isEmpty()) {
            Paragraph above = Paragraph.caption(this, Fonts.SMALL, label);
            above.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        }
        frame = new Card(this);
        GridLayout inner = Grids.tight(1);
        inner.marginWidth = 10;
        inner.marginHeight = 8;
        frame.setLayout(inner);
        frame.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        text = new Text(frame, lines > 1 ? SWT.MULTI | SWT.WRAP : SWT.SINGLE);
        theme.field(text);
        text.setFont(Fonts.of(getDisplay()).get(Fonts.TEXT, false));
        text.setTextLimit(limit);
        AccessibleName.set(text, name);
        GridData data = new GridData(SWT.FILL, SWT.CENTER, true, true);
        data.widthHint = 1; // takes what is there, asks for nothing
        data.heightHint = lines > 1 ? lines * LINE : SWT.DEFAULT;
        text.setLayoutData(data);
        problem = new TextLine(this, SWT.LEFT);
        problem.setIcon(Icon.WARNING.url(), Token.BUSY, 14);
        problem.setVisible(false);
        problemData.exclude = true;
        problemData.widthHint = 1;
        problem.setLayoutData(problemData);
        text.addListener(SWT.FocusIn, event -> {
            focused = true;
            border();
        });
        text.addListener(SWT.FocusOut, event -> {
            focused = false;
            border();
            problem(check.apply(text.getText()), true);
        });
        if (lines > 1) {
            text.addListener(SWT.Traverse, Field::lead);
        }
    }

    /** Tells what is wrong with a text, empty for nothing; asked when the keyboard goes elsewhere. */
    Field checkedBy(UnaryOperator<String> judge) {
        check = judge;
        return this;
    }

    /** Runs when the text is changed here. */
    Field onChange(Runnable run) {
        text.addListener(SWT.Modify, event -> {
            // what was wrong may be right now; it is judged when the keyboard goes elsewhere
            problem("", false);
            run.run();
        });
        return this;
    }

    /** Runs when Enter is pressed in it. */
    Field onEnter(Runnable run) {
        text.addListener(SWT.DefaultSelection, event -> run.run());
        return this;
    }

    Field with(String typed) {
        text.setText(typed);
        return this;
    }

    String typed() {
        return text.getText().replace("\r\n", "\n");
    }

    /** Says what is wrong; empty: nothing. */
    void problem(String words, boolean aloud) {
        boolean none = words.isEmpty();
        if (problem.isDisposed() || none && problemData.exclude) {
            return;
        }
        problem.setRun(new Run(words, Token.BUSY, Fonts.SMALL, false));
        AccessibleName.describe(text, words);
        problemData.exclude = none;
        problem.setVisible(!none);
        border();
        problem.requestLayout();
        if (aloud && !none) {
            Announcement.say(text, words);
        }
    }

    void takeFocus() {
        text.setFocus();
        text.selectAll();
    }

    private void border() {
        frame.setBorder(focused ? Token.ACCENT : problemData.exclude ? Token.LINE : Token.BUSY, focused ? 2 : 1);
    }

    /** Tab goes on to the next field and Escape to the form, also out of a text of several lines. */
    static void lead(Event event) {
        if (event.detail == SWT.TRAVERSE_TAB_NEXT
                || event.detail == SWT.TRAVERSE_TAB_PREVIOUS
                || event.detail == SWT.TRAVERSE_ESCAPE) {
            event.doit = true;
        }
    }
}
