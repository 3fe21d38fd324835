/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.callcontrol.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.centralino.ui.Fonts;
import org.centralino.ui.Theme;
import org.centralino.ui.Token;
import org.centralino.ui.desk.DeskLayout;
import org.centralino.ui.widgets.Run;
import org.centralino.ui.widgets.TextLine;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;

/** What waits for the operator: a card each, the incoming ones first. */
final class WaitingList extends Composite {

    private static final int GAP = 8;

    private final CallControlPresenter presenter;
    private final TextLine heading;
    private final Map<String, WaitingCard> cards = new LinkedHashMap<>();
    private List<String> order = List.of();

    WaitingList(Composite parent, CallControlPresenter presenter) {
        super(parent, SWT.NO_FOCUS);
        Theme.of(getDisplay()).surface(this, Theme.surfaceOf(parent));
        this.presenter = presenter;
        setLayout(new DeskLayout(0, GAP, false));
        heading = new TextLine(this, SWT.LEFT);
    }

    /** Shows these; true when other cards than before are there. */
    boolean show(List<WaitingView> views) {
        List<String> now = views.stream().map(WaitingView::id).toList();
        heading.setRun(new Run(NLS.bind(Messages.waitingForYou, views.size()), Token.DIM, Fonts.SMALL, true));
        boolean changed = !now.equals(order);
        order = now;
        cards.entrySet().removeIf(entry -> {
            boolean gone = !now.contains(entry.getKey());
            if (gone) {
                entry.getValue().dispose();
            }
            return gone;
        });
        for (int i = views.size() - 1; i >= 0; i--) {
            WaitingCard card = card(views.get(i));
            changed |= card.show(views.get(i));
            card.moveBelow(heading);
        }
        return changed;
    }

    private WaitingCard card(WaitingView view) {
        return cards.computeIfAbsent(view.id(), id -> new WaitingCard(this, presenter));
    }
}
