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
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** What waits for the operator: a card each, the incoming ones first; more than three are scrolled. */
final class WaitingList extends Composite {

    private static final int GAP = 8;
    private static final int HIGHEST = 260;
    private static final String ARROWS = WaitingList.class.getName();

    private final CallControlPresenter presenter;
    private final TextLine heading;
    private final Scroller scroller;
    private final Composite place;
    private final Map<String, WaitingCard> cards = new LinkedHashMap<>();
    private List<String> order = List.of();

    WaitingList(Composite parent, CallControlPresenter presenter) {
        super(parent, SWT.NO_FOCUS);
        Theme theme = Theme.of(getDisplay());
        theme.surface(this, Theme.surfaceOf(parent));
        this.presenter = presenter;
        setLayout(new DeskLayout(0, GAP, false));
        heading = new TextLine(this, SWT.LEFT);
        scroller = new Scroller(this);
        theme.surface(scroller, Theme.surfaceOf(parent));
        place = new Composite(scroller, SWT.NO_FOCUS);
        theme.surface(place, Theme.surfaceOf(parent));
        place.setLayout(new DeskLayout(0, GAP, false));
        scroller.setContent(place);
    }

    /** Shows these; true when other cards than before are there. */
    boolean show(List<WaitingView> views) {
        List<String> now = views.stream().map(WaitingView::id).toList();
        long count =
                views.stream().filter(v -> v.kind() != WaitingView.Kind.OVER).count();
        String words = count == 0 ? "" : NLS.bind(Messages.waitingForYou, count);
        heading.setRun(new Run(words, Token.DIM, Fonts.SMALL, true));
        boolean changed = !now.equals(order);
        order = now;
        cards.entrySet().removeIf(entry -> {
            boolean gone = !now.contains(entry.getKey());
            if (gone) {
                entry.getValue().dispose();
            }
            return gone;
        });
        WaitingCard previous = null;
        for (WaitingView view : views) {
            WaitingCard card = cards.computeIfAbsent(view.id(), id -> new WaitingCard(place, presenter));
            changed |= card.show(view);
            if (previous == null) {
                card.moveAbove(null);
            } else {
                card.moveBelow(previous);
            }
            previous = card;
        }
        if (changed) {
            cards.values().forEach(this::listen);
            scroller.setMinHeight(place.computeSize(SWT.DEFAULT, SWT.DEFAULT).y);
        }
        return changed;
    }

    private void listen(WaitingCard card) {
        for (Control stop : card.stops()) {
            if (stop.getData(ARROWS) == null) {
                stop.setData(ARROWS, Boolean.TRUE);
                stop.addListener(SWT.KeyDown, event -> arrow(card, stop, event.keyCode));
            }
        }
    }

    /** Left and right go along the buttons of a card, up and down from card to card. */
    private void arrow(WaitingCard card, Control from, int key) {
        int row = order.indexOf(idOf(card));
        int column = card.stops().indexOf(from);
        switch (key) {
            case SWT.ARROW_LEFT -> focus(row, column - 1);
            case SWT.ARROW_RIGHT -> focus(row, column + 1);
            case SWT.ARROW_UP -> focus(row - 1, column);
            case SWT.ARROW_DOWN -> focus(row + 1, column);
            default -> {
                // not for us
            }
        }
    }

    private void focus(int row, int column) {
        WaitingCard card = row < 0 || row >= order.size() ? null : cards.get(order.get(row));
        if (card == null || column < 0 || card.stops().isEmpty()) {
            return;
        }
        Control stop = card.stops().get(Math.min(column, card.stops().size() - 1));
        stop.setFocus();
        scroller.showControl(card);
    }

    private String idOf(WaitingCard card) {
        return cards.entrySet().stream()
                .filter(entry -> entry.getValue() == card)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }

    private static final class Scroller extends ScrolledComposite {

        Scroller(Composite parent) {
            super(parent, SWT.V_SCROLL);
            setExpandHorizontal(true);
            setExpandVertical(true);
        }

        @Override
        public Point computeSize(int widthHint, int heightHint, boolean changed) {
            Point content = getContent().computeSize(widthHint, SWT.DEFAULT, changed);
            return new Point(content.x, Math.min(content.y, HIGHEST));
        }
    }
}
