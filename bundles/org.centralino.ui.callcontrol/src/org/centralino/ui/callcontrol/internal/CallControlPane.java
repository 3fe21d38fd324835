/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.callcontrol.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.centralino.telephony.Call;
import org.centralino.telephony.CallService;
import org.centralino.ui.Announcement;
import org.centralino.ui.callcontrol.CallSite;
import org.centralino.ui.desk.Desk;
import org.centralino.ui.desk.DeskCommand;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/**
 * Strip, keypad or transfer panel, and waiting list, one under the other. Each is made when there is something for it to show and disposed
 * when there is not: what is only hidden would stay in the accessibility tree.
 */
final class CallControlPane implements CallSite {

    private static final int SECOND_MS = 1000;
    private static final String TRANSFER = "org.centralino.ui.callcontrol.transfer";
    private static final String HOLD = "org.centralino.ui.callcontrol.hold";

    private final Composite parent;
    private final CallControlPresenter presenter;
    private final Supplier<@Nullable CallService> service;
    private final Actions actions;
    private final Set<String> handled = new HashSet<>();
    private CallsView shown = CallsView.NOTHING;
    /** What a screen reader was told of last. */
    private CallsView said = CallsView.NOTHING;

    private @Nullable StripCard strip;
    private @Nullable KeypadPanel keypad;
    private @Nullable TransferPanel transfer;
    private @Nullable WaitingList waiting;
    private @Nullable Control focusBeforePanel;
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

    /** Has these buttons from now on. */
    void offer(List<ActionEntry> entries) {
        actions.offer(entries);
        if (!parent.isDisposed()) {
            handleActionKeys();
        }
    }

    /**
     * Lets the keys of the commands that the strip's buttons name press them: a command once for all buttons that come and
     * go with it, for two handlers would cancel each other.
     */
    void handleActionKeys() {
        presenter.setResumeKey(DeskCommand.key(HOLD));
        for (ActionEntry entry : actions.entries()) {
            String command = entry.command();
            if (command == null || !handled.add(command)) {
                continue;
            }
            if (command.equals(TRANSFER)) {
                // by its key a held call can be transferred too, although there is no button then
                DeskCommand.handle(parent, command, presenter::canTransfer, presenter::toggleTransfer);
            } else {
                DeskCommand.handle(parent, command, () -> canPress(command), () -> press(command));
            }
        }
    }

    private boolean canPress(String command) {
        ActionEntry entry = actions.of(command);
        return entry != null && actions.canPress(entry, called(entry));
    }

    private void press(String command) {
        ActionEntry entry = actions.of(command);
        if (entry != null) {
            actions.press(entry, called(entry));
        }
    }

    /**
     * The call a key means: the one in the strip; while one that is over is still shown there, the one held last, whose turn
     * it is. Only hanging up twice never reaches for the next one.
     */
    private @Nullable Call called(ActionEntry entry) {
        Call current = presenter.current();
        return current == null && entry.tone() != ActionEntry.Tone.RED ? presenter.lastHeld() : current;
    }

    void show(CallsView view) {
        if (parent.isDisposed()) {
            return;
        }
        shown = view;
        Control focus = parent.getDisplay().getFocusControl();
        boolean relayout = showStrip(view.strip());
        relayout |= showKeypad(view);
        relayout |= showTransfer(view.transfer());
        relayout |= showWaiting(view.waiting());
        if (relayout) {
            Desk.relayout(parent);
        }
        if (focus != null && focus.isDisposed()) {
            focusAfter();
        } else if (keypad == null && transfer == null) {
            focusBeforePanel = null;
        }
        announce(view);
        keepTime();
    }

    private boolean showStrip(@Nullable StripView view) {
        StripCard card = strip;
        if (view == null) {
            strip = null;
            return dispose(card);
        }
        if (card == null) {
            card = new StripCard(parent, actions, presenter.transfer());
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
            keypad = null;
            return dispose(panel);
        }
        if (panel == null) {
            focusBeforePanel = parent.getDisplay().getFocusControl();
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

    private boolean showTransfer(@Nullable TransferView view) {
        TransferPanel panel = transfer;
        if (view != null && panel != null && panel.isFor(view)) {
            return panel.show(view);
        }
        transfer = null;
        Control focus = parent.getDisplay().getFocusControl();
        boolean closed = dispose(panel);
        if (view == null) {
            return closed;
        }
        if (focus == null || !focus.isDisposed()) {
            focusBeforePanel = focus;
        }
        panel = new TransferPanel(parent, presenter.transfer(), view);
        panel.moveBelow(strip);
        transfer = panel;
        parent.getDisplay().asyncExec(panel::takeFocus);
        return true;
    }

    /** What had the keyboard is gone: a panel gives it back, a button that was pressed hands it to the call in the strip. */
    private void focusAfter() {
        Control previous = focusBeforePanel;
        StripCard card = strip;
        focusBeforePanel = null;
        if ((previous == null || previous.isDisposed() || !previous.setFocus()) && card != null) {
            card.setFocus();
        }
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

    private void announce(CallsView view) {
        if (view.naming()) {
            return; // it is said in a moment, with the name that comes or without
        }
        CallsView before = said;
        said = view;
        for (String news : News.between(before, view)) {
            Announcement.say(parent, news);
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
    public boolean isTransferOpen(Call call) {
        return presenter.transfer().isOpenFor(call);
    }

    @Override
    public void toggleTransfer(Call call) {
        presenter.transfer().toggle(call.id());
    }

    @Override
    public void refresh() {
        presenter.refresh();
    }
}
