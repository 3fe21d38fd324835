/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.conference.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.centralino.conference.internal.ConferenceView.Candidate;
import org.centralino.conference.internal.ConferenceView.Member;
import org.centralino.ui.Icon;
import org.centralino.ui.Theme;
import org.centralino.ui.Token;
import org.centralino.ui.widgets.Card;
import org.centralino.ui.widgets.PillButton;
import org.centralino.ui.widgets.Run;
import org.centralino.ui.widgets.TextLine;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** The list of members, the held calls that can join, and what can be done with all of them. */
final class ConferenceCard extends Composite {

    private final ConferencePresenter presenter;
    private final TextLine hint;
    private final Composite rows;
    private final Composite held;
    private final Composite commands;
    private final PillButton back;
    private final PillButton leave;
    private final PillButton move;
    private final PillButton done;
    private final Map<String, MemberRow> members = new LinkedHashMap<>();
    private List<Candidate> candidates = List.of();

    ConferenceCard(Composite parent, ConferencePresenter presenter) {
        super(parent, SWT.NO_FOCUS);
        this.presenter = presenter;
        Theme.of(getDisplay()).surface(this, Theme.surfaceOf(parent));
        setLayout(new FillLayout());
        Card card = new Card(this);
        card.setBar(Token.ACCENT);
        GridLayout grid = grid(1);
        grid.marginLeft = 16;
        grid.marginRight = 10;
        grid.marginTop = 8;
        grid.marginBottom = 8;
        card.setLayout(grid);
        line(card).setRun(Run.bold(Messages.title));
        hint = line(card);
        rows = place(card, 1);
        held = place(card, 1);
        commands = place(card, 4);
        back = command(PillButton.Look.FILLED, Icon.RESUME, Messages.stepBackWord, presenter::stepBack);
        back.setName(Messages.stepBack, "", "");
        leave = command(PillButton.Look.OUTLINE, Icon.CONNECT, Messages.leave, presenter::leave);
        leave.setName(Messages.leave, Messages.leaveMore, "");
        move = command(PillButton.Look.OUTLINE, Icon.TRANSFER, Messages.moveWord, presenter::moveToRoom);
        move.setName(Messages.move, Messages.moveMore, "");
        done = command(PillButton.Look.OUTLINE, null, Messages.done, presenter::done);
        done.setName(Messages.done, "", "");
    }

    /** Shows this; true when it wants another layout. */
    boolean show(ConferenceView view) {
        hint.setRun(Run.dim(view.hint()));
        boolean changed = present(hint, !view.hint().isEmpty());
        changed |= showMembers(view.members());
        changed |= showHeld(view.held());
        changed |= present(back, view.away());
        changed |= present(leave, view.canLeave());
        changed |= present(move, view.canMove());
        changed |= present(done, view.adding());
        changed |= present(commands, view.away() || view.canLeave() || view.canMove() || view.adding());
        return changed;
    }

    private boolean showMembers(List<Member> now) {
        List<String> ids = now.stream().map(Member::id).toList();
        boolean changed = members.entrySet().removeIf(entry -> {
            boolean gone = !ids.contains(entry.getKey());
            if (gone) {
                entry.getValue().dispose();
            }
            return gone;
        });
        for (Member member : now) {
            MemberRow row = members.computeIfAbsent(member.id(), id -> row());
            changed |= row.show(member);
        }
        return changed;
    }

    private MemberRow row() {
        MemberRow row = new MemberRow(rows, presenter);
        row.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        return row;
    }

    private boolean showHeld(List<Candidate> now) {
        if (candidates.equals(now)) {
            return false;
        }
        candidates = now;
        for (Control old : held.getChildren()) {
            old.dispose();
        }
        for (Candidate candidate : now) {
            String name = NLS.bind(Messages.join, candidate.name());
            PillButton join = new PillButton(held, PillButton.Look.OUTLINE);
            join.setFace(Icon.CONNECT.url(), name, "");
            join.setName(name, "", "");
            GridData data = new GridData(SWT.FILL, SWT.CENTER, true, false);
            data.widthHint = 1; // takes what is there, asks for nothing
            join.setLayoutData(data);
            join.onPress(() -> presenter.join(candidate.id()));
        }
        present(held, !now.isEmpty());
        return true;
    }

    private PillButton command(PillButton.Look look, @Nullable Icon icon, String word, Runnable run) {
        PillButton button = new PillButton(commands, look);
        button.setFace(icon == null ? null : icon.url(), word, "");
        button.setLayoutData(new GridData(SWT.LEFT, SWT.CENTER, false, false));
        button.onPress(run);
        button.addListener(SWT.KeyDown, event -> {
            if (event.keyCode == SWT.ESC) {
                presenter.done();
            }
        });
        return button;
    }

    /** Lets it be there or not; true when that is another than before. */
    private static boolean present(Control control, boolean there) {
        GridData data = (GridData) control.getLayoutData();
        boolean changed = data.exclude == there;
        data.exclude = !there;
        control.setVisible(there);
        return changed;
    }

    private static Composite place(Composite parent, int columns) {
        Composite place = new Composite(parent, SWT.NO_FOCUS);
        Theme.of(parent.getDisplay()).surface(place, Token.CARD);
        place.setLayout(grid(columns));
        place.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        return place;
    }

    private static GridLayout grid(int columns) {
        GridLayout grid = new GridLayout(columns, false);
        grid.marginWidth = 0;
        grid.marginHeight = 0;
        grid.horizontalSpacing = 4;
        grid.verticalSpacing = 4;
        return grid;
    }

    private static TextLine line(Composite parent) {
        TextLine line = new TextLine(parent, SWT.LEFT);
        GridData data = new GridData(SWT.FILL, SWT.CENTER, true, false);
        data.heightHint = 20;
        data.widthHint = 1; // takes what is there, asks for nothing
        line.setLayoutData(data);
        return line;
    }
}
