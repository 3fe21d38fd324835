/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.callcontrol.internal;

import java.util.List;
import java.util.function.Supplier;
import org.centralino.telephony.Call;
import org.centralino.telephony.CallService;
import org.centralino.ui.dialer.DialText;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;

/** The transfer panel: for which call it is open, what Enter would do, and does it. Display thread only. */
final class TransferPresenter {

    private final Supplier<@Nullable CallService> service;
    private final CallBook book;
    private final CallerNames names;
    private final ContactSuggestions suggestions;
    private final Runnable changed;
    private @Nullable String callId;
    private int opening;
    private String draft = "";
    private String text = "";
    private @Nullable String problem;
    private @Nullable String dragged;

    /**
     * @param names who is behind a number
     * @param suggestions whom a name that is typed may mean
     * @param changed run when the panel is to be shown anew
     */
    TransferPresenter(
            Supplier<@Nullable CallService> service,
            CallBook book,
            CallerNames names,
            ContactSuggestions suggestions,
            Runnable changed) {
        this.service = service;
        this.book = book;
        this.names = names;
        this.suggestions = suggestions;
        this.changed = changed;
        suggestions.follow(changed);
    }

    boolean isOpenFor(@Nullable Call call) {
        return call != null && call.id().equals(callId);
    }

    boolean isOpen() {
        return callId != null;
    }

    /** Opens it for a call that is answered, or closes it where it is open for that call. */
    void toggle(String id) {
        if (id.equals(callId)) {
            close();
        } else {
            open(id, "");
        }
    }

    void close() {
        callId = null;
        suggestions.look("");
        changed.run();
    }

    /** The text in the box is this now. */
    void edited(String now) {
        text = now;
        problem = null;
        suggestions.look(now);
        changed.run();
    }

    /** Does what the hint says. When that cannot be, the hint says why; nothing typed is lost. */
    void enter() {
        Call call = call();
        if (call == null) {
            return;
        }
        List<Call> others = book.othersThan(call.id());
        if (text.isBlank() && others.size() == 1) {
            connectWith(others.get(0).id());
            return;
        }
        suggestions.whenFound(this::sendToBest);
    }

    /** Transfers the call to a contact that was suggested, or to any other number. */
    void sendTo(String target) {
        Call call = call();
        if (call == null) {
            return;
        }
        problem = send(call, target);
        if (problem == null) {
            callId = null;
        }
        changed.run();
    }

    private void sendToBest() {
        ContactSuggestions.Suggestion best = best();
        sendTo(best == null ? text : best.number());
    }

    private ContactSuggestions.@Nullable Suggestion best() {
        List<ContactSuggestions.Suggestion> found = suggestions.found();
        return found.isEmpty() ? null : found.get(0);
    }

    /** Connects the call with another one that is answered. */
    void connectWith(String otherId) {
        Call call = call();
        if (call != null) {
            connect(call.id(), otherId);
        }
    }

    /** The same for calls named outside the panel. */
    void connect(String id, String otherId) {
        CallService calls = service.get();
        if (calls != null && !id.equals(otherId)) {
            calls.transferTo(id, otherId);
        }
        callId = null;
        changed.run();
    }

    void park() {
        Call call = call();
        if (call != null) {
            park(call.id());
        }
    }

    void park(String id) {
        CallService calls = service.get();
        if (calls != null) {
            calls.park(id);
        }
        callId = null;
        changed.run();
    }

    /** The row of this call is being dragged; null: no more. */
    void drag(@Nullable String id) {
        dragged = id;
    }

    /** Whether something that is being dragged may be dropped on a call. */
    boolean takesDrop(String id) {
        Call call = book.find(id);
        return call != null && call.isActive() && call.conference() == null && !id.equals(dragged);
    }

    /** Connects a call with the one whose row was dropped on it, or transfers it to a text; where that cannot be, the panel opens with it and says why. */
    void dropped(String id, String what) {
        Call call = book.find(id);
        if (call == null || !takesDrop(id)) {
            return;
        }
        String other = dragged;
        if (other != null) {
            connect(id, other);
            return;
        }
        String why = send(call, what.strip());
        if (why == null) {
            changed.run();
        } else {
            open(id, what.strip());
            problem = why;
            changed.run();
        }
    }

    /** What the panel shows now; null: it is closed. */
    @Nullable
    TransferView view() {
        Call call = call();
        if (call == null) {
            callId = null;
            return null;
        }
        List<TransferView.Other> others = book.othersThan(call.id()).stream()
                .map(names::named)
                .map(other -> new TransferView.Other(other.id(), other.remote().label(), Words.number(other)))
                .toList();
        CallService calls = service.get();
        String why = problem;
        return new TransferView(
                opening,
                names.named(call).remote().label(),
                draft,
                why == null ? hint(call, others) : why,
                why != null,
                others,
                suggestions.found(),
                calls != null && calls.canPark(call.id()));
    }

    private void open(String id, String with) {
        callId = id;
        opening++;
        draft = with;
        text = with;
        problem = null;
        suggestions.look(with);
        changed.run();
    }

    /** The call it is open for, as long as that is answered. */
    private @Nullable Call call() {
        String id = callId;
        Call call = id == null ? null : book.find(id);
        return call != null && call.isActive() ? call : null;
    }

    private @Nullable String send(Call call, String to) {
        CallService calls = service.get();
        if (calls == null) {
            return Messages.noTelephone;
        }
        if (DialText.target(to, domain(call)) == null) {
            return DialText.problem(to);
        }
        try {
            calls.transfer(call.id(), to.strip());
            return null;
        } catch (IllegalArgumentException e) {
            return DialText.problem(to);
        }
    }

    private String hint(Call call, List<TransferView.Other> others) {
        if (text.isBlank()) {
            return switch (others.size()) {
                case 0 -> Messages.transferEmpty;
                case 1 -> NLS.bind(Messages.transferConnects, others.get(0).name());
                default -> Messages.transferChoose;
            };
        }
        ContactSuggestions.Suggestion best = best();
        if (best != null) {
            return NLS.bind(Messages.transferSendsNamed, best.name(), best.number());
        }
        String target = DialText.target(text, domain(call));
        return target == null ? DialText.problem(text) : NLS.bind(Messages.transferSends, target);
    }

    private static String domain(Call call) {
        return call.account().substring(call.account().lastIndexOf('@') + 1);
    }
}
