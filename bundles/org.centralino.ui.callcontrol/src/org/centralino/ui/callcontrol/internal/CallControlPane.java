/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.callcontrol.internal;

import java.util.List;
import java.util.function.Supplier;
import org.centralino.telephony.Call;
import org.centralino.telephony.CallService;
import org.centralino.ui.Announcement;
import org.centralino.ui.callcontrol.CallSite;
import org.centralino.ui.desk.Desk;
import org.centralino.ui.desk.DeskCommand;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/**
 * Strip, keypad and waiting list, one under the other. Each is made when there is something for it to show and disposed
 * when there is not: what is only hidden would stay in the accessibility tree.
 */
final class CallControlPane implements CallSite {

    private static final int SECOND_MS = 1000;

    private final Composite parent;
    private final CallControlPresenter presenter;
    private final Supplier<@Nullable CallService> service;
    private final Actions actions;
    private CallsView shown = CallsView.NOTHING;
    private @Nullable StripCard strip;
    private @Nullable KeypadPanel keypad;
    private @Nullable WaitingList waiting;
    private @Nullable Control focusBeforeKeypad;
    private boolean ticking;

    CallControlPane(
            Composite parent,
            List<ActionEntry> entries,
            CallControlPresenter presenter,
            Supplier<@Nullable CallService> service) {
        this.parent = parent;
        this.presenter = presenter;
        this.service = service;
        actions = new Actions(entries, this);
    }

    /** Lets the keys of the commands that the strip's buttons name press them. */
    void handleActionKeys() {
        for (ActionEntry entry : actions.entries()) {
            String command = entry.command();
            if (command != null) {
                DeskCommand.handle(
                        parent,
                        command,
                        () -> actions.canPress(entry, presenter.current()),
                        () -> actions.press(entry, presenter.current()));
            }
        }
    }

    void show(CallsView view) {
        if (parent.isDisposed()) {
            return;
        }
        CallsView before = shown;
        shown = view;
        Control focus = parent.getDisplay().getFocusControl();
        boolean relayout = showStrip(view.strip());
        relayout |= showKeypad(view);
        relayout |= showWaiting(view.waiting());
        if (relayout) {
            Desk.relayout(parent);
        }
        StripCard card = strip;
        if (card != null && focus != null && focus.isDisposed()) {
            card.setFocus(); // the button that was pressed is gone, the call it answered is here
        }
        announce(view, before);
        keepTime();
    }

    private boolean showStrip(@Nullable StripView view) {
        StripCard card = strip;
        if (view == null) {
            strip = null;
            return dispose(card);
        }
        if (card == null) {
            card = new StripCard(parent, actions);
            card.moveAbove(null);
            strip = card;
            card.show(view);
            return true;
        }
        return card.show(view);
    }

    private boolean showKeypad(CallsView view) {
        KeypadPanel panel = keypad;
        if (!view.keypadOpen()) {
            Control previous = focusBeforeKeypad;
            boolean hadFocus = panel != null && panel.hasFocus();
            keypad = null;
            boolean closed = dispose(panel);
            if (hadFocus && previous != null && !previous.isDisposed()) {
                previous.setFocus();
            }
            return closed;
        }
        if (panel == null) {
            focusBeforeKeypad = parent.getDisplay().getFocusControl();
            panel = new KeypadPanel(parent, presenter);
            panel.moveBelow(strip);
            keypad = panel;
            parent.getDisplay().asyncExec(panel::takeFocus);
            panel.show(view.sentDigits());
            return true;
        }
        panel.show(view.sentDigits());
        return false;
    }

    private boolean showWaiting(List<WaitingView> cards) {
        WaitingList list = waiting;
        if (cards.isEmpty()) {
            waiting = null;
            return dispose(list);
        }
        if (list == null) {
            list = new WaitingList(parent, presenter);
            list.moveBelow(null);
            waiting = list;
        }
        return list.show(cards);
    }

    private boolean dispose(@Nullable Control control) {
        if (control == null) {
            return false;
        }
        control.dispose();
        return true;
    }

    private void announce(CallsView view, CallsView before) {
        StripView now = view.strip();
        StripView then = before.strip();
        if (now != null && (then == null || !now.state().equals(then.state()))) {
            Announcement.say(parent, now.name() + ", " + now.state());
        }
        for (WaitingView card : view.waiting()) {
            if (card.incoming() && before.waiting().stream().noneMatch(c -> c.id().equals(card.id()))) {
                Announcement.say(parent, NLS.bind(Messages.incomingAnnouncement, card.name()));
            }
        }
    }

    private void keepTime() {
        if (!ticking && !presenter.isQuiet()) {
            ticking = true;
            parent.getDisplay().timerExec(SECOND_MS - (int) (System.currentTimeMillis() % SECOND_MS), () -> {
                ticking = false;
                if (!parent.isDisposed()) {
                    presenter.tick();
                }
            });
        }
    }

    @Override
    public CallService calls() {
        CallService calls = service.get();
        if (calls == null) {
            throw new IllegalStateException("no call service");
        }
        return calls;
    }

    @Override
    public boolean isKeypadOpen() {
        return shown.keypadOpen();
    }

    @Override
    public void setKeypadOpen(boolean open) {
        presenter.setKeypadOpen(open);
    }

    @Override
    public void refresh() {
        presenter.refresh();
    }

    /** The call that the buttons act upon now. */
    @Nullable
    Call current() {
        return presenter.current();
    }
}
