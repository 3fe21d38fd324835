/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.callcontrol.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.centralino.quarantine.Guest;
import org.centralino.telephony.Call;
import org.centralino.ui.callcontrol.ActionState;
import org.centralino.ui.callcontrol.CallAction;
import org.centralino.ui.callcontrol.CallSite;
import org.eclipse.jdt.annotation.Nullable;

/**
 * Stands in the strip for a guest's handler, which is made and called on the guest's thread. Nobody waits for that: what it said
 * last is shown, and the strip is shown anew when it says something else.
 */
final class GuestAction implements CallAction {

    private static final int MOST_CALLS = 64;

    private record Question(Call call, GuestSite site) {}

    private final Guest guest;
    private final String label;
    private final Executor display;
    private final Map<String, ActionState> said = new HashMap<>();
    private volatile @Nullable CallAction handler;
    private @Nullable Question open;
    private @Nullable Call shownNext;

    /**
     * @param making makes the handler; throws where there is none
     * @param label names the button in the log
     */
    GuestAction(Guest guest, Supplier<CallAction> making, String label, Executor display) {
        this.guest = guest;
        this.label = label;
        this.display = display;
        guest.make("making the button " + label, () -> handler = making.get());
    }

    /** What the guest said last of this call; asks it again, but for what is shown because of its answer. */
    @Override
    public ActionState state(Call call, CallSite site) {
        Question question = new Question(call, GuestSite.of(site, display, call));
        boolean ask;
        ActionState now;
        synchronized (this) {
            now = said.getOrDefault(call.id(), ActionState.ABSENT);
            boolean answered = Objects.equals(call, shownNext);
            shownNext = null;
            ask = !answered && open == null;
            if (!answered) {
                open = question;
            }
        }
        if (ask) {
            guest.run("the state of the button " + label, this::ask);
        }
        return now;
    }

    /** On the guest's thread. */
    private void ask() {
        CallAction action = handler;
        Question question;
        synchronized (this) {
            question = open;
        }
        if (action == null || question == null) {
            return;
        }
        Call call = question.call();
        ActionState state = Objects.requireNonNull(action.state(call, question.site()), "it gave no state");
        boolean changed;
        boolean again;
        synchronized (this) {
            if (said.size() >= MOST_CALLS) {
                said.clear();
            }
            changed = !state.equals(said.put(call.id(), state));
            again = open != question;
            if (!again) {
                open = null;
            }
            shownNext = changed ? call : null;
        }
        if (again) {
            guest.run("the state of the button " + label, this::ask);
        }
        if (changed) {
            question.site().refresh();
        }
    }

    @Override
    public void run(Call call, CallSite site) {
        GuestSite own = GuestSite.of(site, display, call);
        guest.run("a press of the button " + label, () -> {
            CallAction action = handler;
            if (action != null) {
                action.run(call, own);
                own.refresh();
            }
        });
    }
}
