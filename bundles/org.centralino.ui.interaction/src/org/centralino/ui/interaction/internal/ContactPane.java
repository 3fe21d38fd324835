/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.interaction.internal;

import java.util.List;
import org.centralino.directory.Contact;
import org.centralino.ui.Announcement;
import org.centralino.ui.Fonts;
import org.centralino.ui.Token;
import org.centralino.ui.desk.DeskCommand;
import org.centralino.ui.widgets.PillButton;
import org.centralino.ui.widgets.Run;
import org.centralino.ui.widgets.TextLine;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;

/**
 * Somebody, the form, or that there is nobody. What is shown is made anew only when it is about another contact or the contact
 * has changed, so neither focus nor scrolling is lost by a star.
 */
final class ContactPane implements ContactPresenter.View {

    private static final String BOX = "org.centralino.ui.dialer.focus";
    /** What takes less is not worth saying. */
    private static final int PATIENCE_MS = 300;

    private final Page page;
    private final Sections sections;
    private final PhoneActions actions;
    private @Nullable ContactPresenter presenter;
    private @Nullable ContactView shown;
    private @Nullable Composite top;
    private @Nullable IdentityCard identity;
    private @Nullable FormPane form;
    private @Nullable PillButton first;
    private @Nullable Control focused;

    ContactPane(Composite parent, List<SectionEntry> entries, PhoneActions actions) {
        this.actions = actions;
        page = new Page(parent);
        sections = new Sections(page.body(), entries);
        page.body().addListener(SWT.Traverse, this::escape);
        Listener remember = this::remember;
        page.getDisplay().addFilter(SWT.FocusIn, remember);
        page.addListener(SWT.Dispose, event -> page.getDisplay().removeFilter(SWT.FocusIn, remember));
    }

    void connect(ContactPresenter now) {
        presenter = now;
    }

    /** Has these sections from now on. */
    void offer(List<SectionEntry> entries) {
        if (page.isDisposed()) {
            return;
        }
        Control focus = page.getDisplay().getFocusControl();
        sections.offer(entries);
        page.relayout();
        if (focus != null && focus.isDisposed()) {
            takeFocus();
        }
    }

    @Override
    public void show(ContactView view) {
        ContactPresenter told = presenter;
        if (page.isDisposed() || told == null || view.equals(shown)) {
            return;
        }
        ContactView before = shown;
        shown = view;
        if (update(before, view)) {
            return;
        }
        Control focus = page.getDisplay().getFocusControl();
        boolean same = view instanceof ContactView.Somebody now
                && before instanceof ContactView.Somebody old
                && now.contact().id().equals(old.contact().id());
        clear();
        Composite place = Grids.place(page.body(), 1);
        Grids.spacing(place, 12);
        place.moveAbove(null);
        top = place;
        Contact contact = null;
        switch (view) {
            case ContactView.Nobody nobody -> nobody(place, nobody, told);
            case ContactView.Loading loading -> loading(place);
            case ContactView.Form opened -> form = new FormPane(place, opened, told);
            case ContactView.Somebody somebody -> {
                contact = somebody.contact();
                identity = new IdentityCard(place, somebody, told, actions);
                details(place, contact);
            }
        }
        for (Control child : place.getChildren()) {
            if (child.getLayoutData() == null) {
                child.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
            }
        }
        sections.show(contact);
        if (!same) {
            page.setOrigin(0, 0);
        }
        page.relayout();
        if (focus != null && focus.isDisposed()) {
            takeFocus();
        }
    }

    /** Shows what changed in what is there already; false where it has to be made anew. */
    private boolean update(@Nullable ContactView before, ContactView view) {
        FormPane open = form;
        IdentityCard card = identity;
        if (open != null
                && view instanceof ContactView.Form now
                && before instanceof ContactView.Form old
                && now.opening() == old.opening()) {
            open.show(now);
            return true;
        }
        if (card != null
                && view instanceof ContactView.Somebody now
                && before instanceof ContactView.Somebody old
                && now.contact().equals(old.contact())
                && now.actions().equals(old.actions())) {
            card.show(now);
            return true;
        }
        return false;
    }

    @Override
    public void takeFocus() {
        IdentityCard card = identity;
        FormPane open = form;
        PillButton button = first;
        if (page.isDisposed()) {
            return;
        }
        if (open != null) {
            open.takeFocus();
        } else if (card != null) {
            card.takeFocus();
        } else if (button != null) {
            button.setFocus();
        } else {
            page.setFocus();
        }
    }

    /** Gives the keyboard back to what had it here last. */
    void restoreFocus() {
        Control last = focused;
        if (last == null || last.isDisposed() || !last.setFocus()) {
            takeFocus();
        }
    }

    @Override
    public void announce(String text) {
        if (!page.isDisposed()) {
            Announcement.say(page, text);
        }
    }

    @Override
    public void leave() {
        DeskCommand.run(BOX);
    }

    private void remember(Event event) {
        if (event.widget instanceof Control control) {
            for (Composite c = control.getParent(); c != null; c = c.getParent()) {
                if (c == page) {
                    focused = control;
                }
            }
        }
    }

    private void clear() {
        Composite old = top;
        top = null;
        identity = null;
        form = null;
        first = null;
        if (old != null) {
            old.dispose();
        }
    }

    private void details(Composite place, Contact contact) {
        if (DetailsCard.has(contact)) {
            GridData data = new GridData(SWT.FILL, SWT.TOP, true, false);
            data.horizontalIndent = 2;
            Sections.heading(place, Messages.details).setLayoutData(data);
            DetailsCard.create(place, contact);
        }
    }

    private void nobody(Composite place, ContactView.Nobody view, ContactPresenter told) {
        Paragraph title = new Paragraph(place, 16, true, 3);
        title.show(view.title(), Token.TEXT);
        if (!view.hint().isEmpty()) {
            new Paragraph(place, Fonts.TEXT, false, 4).show(view.hint(), Token.DIM);
        }
        Composite buttons = Grids.place(place, 2);
        if (view.undo()) {
            first = button(buttons, PillButton.Look.FILLED, Messages.undo, told::undo);
        }
        PillButton add = button(buttons, PillButton.Look.OUTLINE, Messages.newContact, () -> told.create(""));
        if (!view.undo()) {
            first = add;
        }
    }

    private void loading(Composite place) {
        TextLine line = new TextLine(place, SWT.LEFT);
        page.getDisplay().timerExec(PATIENCE_MS, () -> {
            if (!line.isDisposed()) {
                line.setRun(Run.dim(Messages.loading));
                line.requestLayout();
            }
        });
    }

    private void escape(Event event) {
        ContactPresenter told = presenter;
        if (event.detail == SWT.TRAVERSE_ESCAPE && told != null) {
            event.detail = SWT.TRAVERSE_NONE;
            event.doit = false;
            // later: the control that has the keyboard may go by it
            page.getDisplay().asyncExec(told::back);
        }
    }

    private static PillButton button(Composite parent, PillButton.Look look, String word, Runnable run) {
        PillButton button = new PillButton(parent, look);
        button.setFace(null, word, "");
        button.setName(word, "", "");
        button.onPress(run);
        return button;
    }
}
