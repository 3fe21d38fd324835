/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.recording.ui.internal;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.centralino.recording.Recording;
import org.centralino.ui.Announcement;
import org.centralino.ui.Fonts;
import org.centralino.ui.Icon;
import org.centralino.ui.Theme;
import org.centralino.ui.Token;
import org.centralino.ui.desk.DeskLayout;
import org.centralino.ui.widgets.Card;
import org.centralino.ui.widgets.PillButton;
import org.centralino.ui.widgets.Run;
import org.centralino.ui.widgets.TextLine;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** A list of recordings in a card, the one that is listened to with its player; as high as that wants to be. */
final class RecordingsPane extends Composite implements RecordingsPresenter.View {

    private static final int GAP = 8;
    private static final int NOTE = 14;
    /** Rows stay off the rounded corners. */
    private static final int CORNER = 4;

    private final String empty;
    private final Runnable resized;
    private final Words words = new Words(ZoneId.systemDefault());
    private final Map<Long, @Nullable RecordingRow> rows = new LinkedHashMap<>();
    private final TextLine note;
    private @Nullable RecordingsPresenter presenter;
    private @Nullable Card card;
    private @Nullable Composite foot;

    /**
     * @param empty what it says where there is nothing to show; empty: it takes no room then
     * @param resized told after it wants another height
     */
    RecordingsPane(Composite parent, String empty, Runnable resized) {
        super(parent, SWT.NO_FOCUS);
        this.empty = empty;
        this.resized = resized;
        Theme.of(getDisplay()).surface(this, Theme.surfaceOf(parent));
        setLayout(new DeskLayout(0, GAP, false));
        note = new TextLine(this, SWT.LEFT);
        note.setVisible(false);
        addListener(SWT.Dispose, event -> presenter = null); // nothing is shown in what is going
    }

    void connect(RecordingsPresenter to) {
        presenter = to;
    }

    @Override
    public void announce(String text) {
        if (!isDisposed()) {
            Announcement.say(this, text);
        }
    }

    @Override
    public void show(RecordingsState state) {
        RecordingsPresenter to = presenter;
        if (isDisposed() || to == null) {
            return;
        }
        boolean changed = showNote(state);
        changed |= showCard(!state.recordings().isEmpty());
        changed |= showRows(state, to);
        changed |= showMore(state.more(), to);
        if (changed) {
            layout(true, true);
            requestLayout();
            resized.run();
        }
    }

    private boolean showNote(RecordingsState state) {
        boolean nothing =
                state.loaded() && state.recordings().isEmpty() && state.note().isEmpty();
        String text = nothing ? empty : state.note();
        boolean changed = note.text().isEmpty() != text.isEmpty();
        note.setVisible(!text.isEmpty());
        note.setIcon(state.problem() ? Icon.WARNING.url() : null, Token.BUSY, NOTE);
        note.setRun(new Run(text, state.problem() ? Token.BUSY : Token.DIM, Fonts.SMALL, false));
        return changed;
    }

    private boolean showCard(boolean wanted) {
        Card now = card;
        if (wanted == (now != null)) {
            return false;
        }
        if (now != null) {
            rows.clear();
            now.dispose();
            card = null;
        } else {
            now = new Card(this);
            now.setLayout(new DeskLayout(CORNER, 0, false));
            now.moveBelow(note);
            card = now;
        }
        return true;
    }

    private boolean showRows(RecordingsState state, RecordingsPresenter to) {
        Card place = card;
        if (place == null) {
            return false;
        }
        boolean changed = false;
        Set<Long> gone = new HashSet<>(rows.keySet());
        LocalDate today = LocalDate.now();
        RecordingRow previous = null;
        Player player = state.player();
        for (Recording recording : state.recordings()) {
            long id = recording.id();
            gone.remove(id);
            RecordingRow row = rows.get(id);
            if (row == null) {
                row = new RecordingRow(place, () -> to.toggle(id));
                rows.put(id, row);
                changed = true;
            }
            if (previous == null) {
                row.moveAbove(null);
            } else {
                row.moveBelow(previous);
            }
            boolean open = player != null && player.recording().id() == id;
            changed |= row.showPlayer(open ? player : null, state, to, words);
            row.show(words.line(recording, today), previous == null);
            previous = row;
        }
        Control focus = getDisplay().getFocusControl();
        for (long id : gone) {
            Objects.requireNonNull(rows.remove(id)).dispose();
            changed = true;
        }
        if (focus != null && focus.isDisposed()) {
            setFocus();
        }
        return changed;
    }

    private boolean showMore(boolean wanted, RecordingsPresenter to) {
        Composite now = foot;
        if (wanted == (now != null)) {
            return false;
        }
        if (now != null) {
            now.dispose();
            foot = null;
        } else {
            now = new Composite(this, SWT.NO_FOCUS);
            Theme.of(getDisplay()).surface(now, Theme.surfaceOf(this));
            now.setLayout(new RowLayout());
            now.moveBelow(null);
            PillButton more = new PillButton(now, PillButton.Look.OUTLINE);
            more.setFace(null, Messages.more, "");
            more.setName(Messages.moreName, "", "");
            more.onPress(to::more);
            foot = now;
        }
        return true;
    }
}
