/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.callcontrol.internal;

import java.util.ArrayList;
import java.util.List;
import org.centralino.ui.AccessibleName;
import org.centralino.ui.Announcement;
import org.centralino.ui.Fonts;
import org.centralino.ui.Icon;
import org.centralino.ui.Theme;
import org.centralino.ui.Token;
import org.centralino.ui.widgets.Card;
import org.centralino.ui.widgets.PillButton;
import org.centralino.ui.widgets.Run;
import org.centralino.ui.widgets.TextLine;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;

/** The panel under the strip in which one types, or chooses, where a call is to go. */
final class TransferPanel extends Composite {

    private static final int BOX = 15;

    private final TransferPresenter presenter;
    private final TextLine title;
    private final Text text;
    private final TextLine hint;
    private final Composite choices;
    private final PillButton park;
    private final int opening;
    private List<TransferView.Other> others = List.of();
    private List<ContactSuggestions.Suggestion> suggestions = List.of();
    private String said = "";

    TransferPanel(Composite parent, TransferPresenter presenter, TransferView view) {
        super(parent, SWT.NO_FOCUS);
        this.presenter = presenter;
        opening = view.opening();
        Theme theme = Theme.of(getDisplay());
        theme.surface(this, Theme.surfaceOf(parent));
        setLayout(new FillLayout());
        Card card = new Card(this);
        GridLayout grid = new GridLayout();
        grid.marginWidth = 12;
        grid.marginHeight = 12;
        grid.verticalSpacing = 8;
        card.setLayout(grid);
        title = line(card);
        text = box(card, theme);
        text.setText(view.draft());
        hint = line(card);
        choices = place(card, new GridLayout());
        Composite buttons = place(card, new GridLayout(3, false));
        button(buttons, PillButton.Look.OUTLINE, Messages.cancel, presenter::close);
        park = button(buttons, PillButton.Look.OUTLINE, Messages.park, presenter::park);
        PillButton send = button(buttons, PillButton.Look.FILLED, Messages.transferNow, presenter::enter);
        send.setLayoutData(new GridData(SWT.RIGHT, SWT.CENTER, true, false));
        text.addListener(SWT.Modify, event -> presenter.edited(text.getText()));
        text.addListener(SWT.DefaultSelection, event -> presenter.enter());
        text.addListener(SWT.KeyDown, event -> key(event, -1));
        show(view);
    }

    /** Whether it was made for this opening. */
    boolean isFor(TransferView view) {
        return view.opening() == opening;
    }

    /** Shows it; true when it wants another layout. */
    boolean show(TransferView view) {
        title.setRun(Run.bold(NLS.bind(Messages.transferTitle, view.name())));
        hint.setIcon(view.problem() ? Icon.WARNING.url() : null, Token.BUSY, 14);
        hint.setRun(new Run(view.hint(), view.problem() ? Token.BUSY : Token.DIM, Fonts.SMALL, false));
        if (!said.equals(view.hint())) {
            said = view.hint();
            AccessibleName.describe(text, said);
            if (view.problem()) {
                Announcement.say(text, said);
            }
        }
        boolean others = !this.others.equals(view.others()) || !suggestions.equals(view.suggestions());
        boolean changed = park.getVisible() != view.canPark() || others;
        park.setVisible(view.canPark());
        ((GridData) park.getLayoutData()).exclude = !view.canPark();
        if (others) {
            this.others = view.others();
            suggestions = view.suggestions();
            choose();
        }
        return changed;
    }

    void takeFocus() {
        if (!isDisposed() && isVisible()) {
            text.setFocus();
            text.selectAll();
        }
    }

    private void choose() {
        boolean hadFocus = false;
        for (Control old : choices.getChildren()) {
            hadFocus |= old.isFocusControl();
            old.dispose();
        }
        for (TransferView.Other other : others) {
            String name = NLS.bind(Messages.connectNamed, other.name());
            choice(Icon.CONNECT, name, name, other.number(), () -> presenter.connectWith(other.id()));
        }
        for (ContactSuggestions.Suggestion contact : suggestions) {
            String name = NLS.bind(Messages.transferToNamed, contact.name());
            String face = Words.joined(contact.name(), contact.number());
            String more = Words.joined(contact.number(), contact.about());
            choice(Icon.TRANSFER, face, name, more, () -> presenter.sendTo(contact.number()));
        }
        boolean none = others.isEmpty() && suggestions.isEmpty();
        ((GridData) choices.getLayoutData()).exclude = none;
        choices.setVisible(!none);
        if (hadFocus) {
            text.setFocus();
        }
    }

    private void choice(Icon icon, String face, String name, String more, Runnable run) {
        PillButton choice = new PillButton(choices, PillButton.Look.OUTLINE);
        choice.setFace(icon.url(), face, "");
        choice.setName(name, more, "");
        GridData data = new GridData(SWT.FILL, SWT.CENTER, true, false);
        data.widthHint = 1; // takes what is there, asks for nothing
        choice.setLayoutData(data);
        choice.onPress(run);
        int place = choices.getChildren().length - 1;
        choice.addListener(SWT.KeyDown, event -> key(event, place));
    }

    /** @param place among the choices; -1: in the box */
    private void key(Event event, int place) {
        switch (event.keyCode) {
            case SWT.ESC -> {
                event.doit = false;
                presenter.close();
            }
            case SWT.ARROW_DOWN -> moveTo(event, place + 1);
            case SWT.ARROW_UP -> moveTo(event, place - 1);
            default -> {
                // goes on to whoever wants it
            }
        }
    }

    private void moveTo(Event event, int place) {
        event.doit = false;
        List<Control> stops = new ArrayList<>(List.of(text));
        stops.addAll(List.of(choices.getChildren()));
        if (place + 1 >= 0 && place + 1 < stops.size()) {
            stops.get(place + 1).setFocus();
        }
    }

    private PillButton button(Composite parent, PillButton.Look look, String word, Runnable run) {
        PillButton button = new PillButton(parent, look);
        button.setFace(null, word, "");
        button.setName(word, "", "");
        button.setLayoutData(new GridData(SWT.LEFT, SWT.CENTER, false, false));
        button.onPress(run);
        button.addListener(SWT.KeyDown, event -> {
            if (event.keyCode == SWT.ESC) {
                presenter.close();
            }
        });
        return button;
    }

    private static Text box(Composite parent, Theme theme) {
        Card frame = new Card(parent);
        GridLayout grid = new GridLayout();
        grid.marginWidth = 12;
        grid.marginHeight = 6;
        frame.setLayout(grid);
        frame.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        Text box = new Text(frame, SWT.SINGLE);
        theme.field(box);
        box.setFont(Fonts.of(parent.getDisplay()).get(BOX, false));
        box.setMessage(Messages.transferBox);
        AccessibleName.set(box, Messages.transferBox);
        box.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, true));
        box.addListener(SWT.FocusIn, event -> frame.setBorder(Token.ACCENT, 2));
        box.addListener(SWT.FocusOut, event -> frame.setBorder(Token.LINE, 1));
        return box;
    }

    private static Composite place(Composite parent, GridLayout grid) {
        Composite place = new Composite(parent, SWT.NO_FOCUS);
        Theme.of(parent.getDisplay()).surface(place, Token.CARD);
        grid.marginWidth = 0;
        grid.marginHeight = 0;
        grid.horizontalSpacing = 4;
        grid.verticalSpacing = 4;
        place.setLayout(grid);
        place.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        return place;
    }

    private static TextLine line(Composite parent) {
        TextLine line = new TextLine(parent, SWT.LEFT);
        GridData data = new GridData(SWT.FILL, SWT.TOP, true, false);
        data.heightHint = 20;
        data.widthHint = 1;
        line.setLayoutData(data);
        return line;
    }
}
