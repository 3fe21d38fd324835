/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.history.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.centralino.history.HistoryEntry;
import org.centralino.ui.Announcement;
import org.centralino.ui.Fonts;
import org.centralino.ui.Icon;
import org.centralino.ui.Theme;
import org.centralino.ui.Token;
import org.centralino.ui.contact.PhoneAction;
import org.centralino.ui.history.EntryAction;
import org.centralino.ui.widgets.PillButton;
import org.centralino.ui.widgets.Run;
import org.centralino.ui.widgets.TextLine;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Listener;

/** The search field, the filter, and the list under them. */
final class HistoryPane implements HistoryPresenter.View, CallList.Actions {

    private static final int MARGIN = 12;
    private static final int NOTE = 14;
    /** So long a call is on the screen before it counts as seen. */
    private static final long SEEN_NS = 1_500_000_000L;

    private static final int MINUTE_MS = 60_000;
    private static final int LOOK_MS = 500;
    private static final int[] ATTENTION = {SWT.KeyDown, SWT.MouseDown, SWT.MouseMove, SWT.MouseVerticalWheel};

    private final Composite parent;
    private final Supplier<List<PhoneAction>> phoneActions;
    private final EntryActions extras;
    private final SearchField search;
    private final FilterTab all;
    private final FilterTab missed;
    private final PillButton export;
    private final TextLine problem;
    private final TextLine note;
    private final TextLine empty;
    private final CallList list;
    private @Nullable HistoryPresenter presenter;
    private @Nullable HistoryEntry topmost;
    private long since;
    private long lastSeen;

    HistoryPane(Composite parent, Supplier<List<PhoneAction>> phoneActions, EntryActions extras) {
        this.parent = parent;
        this.phoneActions = phoneActions;
        this.extras = extras;
        Theme.of(parent.getDisplay()).surface(parent, Token.WINDOW);
        GridLayout grid = new GridLayout(1, false);
        grid.marginWidth = MARGIN;
        grid.marginHeight = MARGIN;
        grid.verticalSpacing = 8;
        parent.setLayout(grid);
        search = new SearchField(parent, text -> on(p -> p.search(text)), this::toList);
        search.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        Composite bar = bar();
        all = new FilterTab(bar);
        missed = new FilterTab(bar);
        export = new PillButton(bar, PillButton.Look.OUTLINE);
        export.setFace(null, Messages.export, "");
        export.setName(Messages.export, "", "");
        export.setLayoutData(new GridData(SWT.END, SWT.CENTER, true, false));
        all.onPress(() -> on(p -> p.setMissedOnly(false)));
        missed.onPress(() -> on(p -> p.setMissedOnly(true)));
        export.onPress(this::export);
        problem = line();
        note = line();
        empty = line();
        list = new CallList(parent, SWT.V_SCROLL, entry -> connected().line(entry), this);
        list.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        list.onPaint(this::painted);
        extras.onChange(list::refresh);
        Listener attention = this::attend;
        for (int type : ATTENTION) {
            parent.getDisplay().addFilter(type, attention);
        }
        parent.addListener(SWT.Dispose, event -> {
            for (int type : ATTENTION) {
                parent.getDisplay().removeFilter(type, attention);
            }
        });
    }

    void connect(HistoryPresenter to) {
        presenter = to;
        list.onNearEnd(to::more);
        to.start();
        tick();
    }

    /** Gives the keyboard to the list, to the search field where it is empty. */
    void takeFocus() {
        if (!list.focusCurrent()) {
            search.setFocus();
        }
    }

    @Override
    public void show(HistoryState state) {
        if (parent.isDisposed()) {
            return;
        }
        boolean wider = all.show(Messages.all, Messages.allName, !state.missedOnly());
        wider |= missed.show(
                state.missed() == 0 ? Messages.missed : NLS.bind(Messages.missedNew, state.missed()),
                state.missed() == 0 ? Messages.missedName : NLS.bind(Messages.missedNewName, state.missed()),
                state.missedOnly());
        wider |= say(problem, state.problem(), Token.BUSY);
        wider |= say(empty, state.empty(), Token.DIM);
        list.show(state.items());
        if (wider) {
            parent.layout(true, true);
        }
    }

    @Override
    public void tell(String text, boolean isProblem) {
        if (!parent.isDisposed()) {
            if (say(note, text, isProblem ? Token.BUSY : Token.DIM)) {
                parent.layout(true, true);
            }
            if (!text.isEmpty()) {
                Announcement.say(list, text);
            }
        }
    }

    @Override
    public void callBack(HistoryEntry entry) {
        on(p -> p.commands().callBack(entry));
    }

    @Override
    public void open(HistoryEntry entry) {
        on(p -> p.commands().open(entry));
    }

    @Override
    public void remove(HistoryEntry entry) {
        on(p -> p.commands().remove(entry));
    }

    @Override
    public List<EntryAction> more(HistoryEntry entry) {
        return extras.of(entry);
    }

    @Override
    public void run(EntryAction action, HistoryEntry entry, Control row) {
        extras.run(action, entry, row);
    }

    @Override
    public void menu(HistoryEntry entry, Control row, Point at) {
        on(p -> new RowMenu(p.commands(), phoneActions.get(), extras).open(entry, row, at));
    }

    private interface Use {
        void with(HistoryPresenter presenter);
    }

    private void on(Use use) {
        HistoryPresenter to = presenter;
        if (to != null) {
            use.with(to);
        }
    }

    private HistoryPresenter connected() {
        HistoryPresenter to = presenter;
        if (to == null) {
            throw new IllegalStateException("Rows before there is a presenter");
        }
        return to;
    }

    private void toList() {
        list.focusCurrent();
    }

    private void export() {
        FileDialog dialog = new FileDialog(parent.getShell(), SWT.SAVE);
        dialog.setText(Messages.exportTitle);
        dialog.setFileName(Messages.exportFile);
        dialog.setFilterNames(new String[] {Messages.exportKind});
        dialog.setFilterExtensions(new String[] {"*.csv"});
        dialog.setOverwrite(true);
        String chosen = dialog.open();
        if (chosen != null) {
            on(p -> p.export(Path.of(chosen)));
        }
    }

    private void painted(HistoryEntry top) {
        HistoryEntry before = topmost;
        if (before == null || before.id() != top.id()) {
            topmost = top;
            since = System.nanoTime();
        }
    }

    /** A key or the pointer shows that somebody is there, who sees what has been on the screen for a while. */
    private void attend(Event event) {
        HistoryEntry now = topmost;
        if (now != null && now.id() != lastSeen && System.nanoTime() - since > SEEN_NS && isSeen()) {
            lastSeen = now.id();
            on(p -> p.seen(now));
        }
    }

    private boolean isSeen() {
        return !list.isDisposed()
                && list.isVisible()
                && !list.getShell().getMinimized()
                && list.getShell() == list.getDisplay().getActiveShell();
    }

    private void tick() {
        HistoryPresenter to = presenter;
        if (!parent.isDisposed() && to != null) {
            to.tick();
            parent.getDisplay().timerExec(to.isWaiting() ? LOOK_MS : MINUTE_MS, this::tick);
        }
    }

    private boolean say(TextLine line, String text, Token ink) {
        GridData data = (GridData) line.getLayoutData();
        boolean appears = data.exclude != text.isEmpty();
        data.exclude = text.isEmpty();
        line.setVisible(!text.isEmpty());
        line.setIcon(ink == Token.BUSY ? Icon.WARNING.url() : null, ink, NOTE);
        line.setRun(new Run(text, ink, Fonts.SMALL, false));
        return appears;
    }

    private TextLine line() {
        TextLine line = new TextLine(parent, SWT.LEFT);
        GridData data = new GridData(SWT.FILL, SWT.CENTER, true, false);
        data.heightHint = 20;
        data.widthHint = 1; // takes what is there, asks for nothing
        data.exclude = true;
        line.setLayoutData(data);
        line.setVisible(false);
        return line;
    }

    private Composite bar() {
        Composite bar = new Composite(parent, SWT.NO_FOCUS);
        Theme.of(parent.getDisplay()).surface(bar, Token.WINDOW);
        GridLayout grid = new GridLayout(3, false);
        grid.marginWidth = 0;
        grid.marginHeight = 0;
        grid.horizontalSpacing = 4;
        bar.setLayout(grid);
        bar.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        return bar;
    }
}
