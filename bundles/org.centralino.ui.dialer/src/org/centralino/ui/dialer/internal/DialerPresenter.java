/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.dialer.internal;

import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.centralino.telephony.AccountService;
import org.centralino.telephony.Call;
import org.centralino.telephony.CallListener;
import org.centralino.telephony.CallService;
import org.centralino.telephony.CallState;
import org.centralino.telephony.Registration;
import org.centralino.telephony.RegistrationListener;
import org.centralino.ui.dialer.BoxCompanion;
import org.centralino.ui.dialer.BoxPurpose;
import org.centralino.ui.dialer.DialText;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;

/**
 * Says what Enter will do, does it, and brings the keyboard back to the box when a call is over. The listener methods may
 * come on any thread, everything else belongs to the display's.
 */
final class DialerPresenter implements CallListener, RegistrationListener {

    /** What the box can show and do. */
    interface View {

        /** Shows this under the box, and as the box's description. */
        void showHint(Hint hint);

        /**
         * Puts the keyboard into the box with its text selected.
         *
         * @param always also when somebody is typing elsewhere
         */
        void takeFocus(boolean always);
    }

    private final Supplier<@Nullable CallService> calls;
    private final Supplier<@Nullable AccountService> accounts;
    private final Supplier<@Nullable BoxCompanion> companion;
    private final Supplier<@Nullable BoxPurpose> purpose;
    private final Executor display;
    private final View view;
    private String text = "";
    private boolean failed;

    DialerPresenter(
            Supplier<@Nullable CallService> calls,
            Supplier<@Nullable AccountService> accounts,
            Supplier<@Nullable BoxCompanion> companion,
            Supplier<@Nullable BoxPurpose> purpose,
            Executor display,
            View view) {
        this.calls = calls;
        this.accounts = accounts;
        this.companion = companion;
        this.purpose = purpose;
        this.display = display;
        this.view = view;
    }

    /** The text in the box is this now. */
    void edited(String now) {
        text = now;
        failed = false;
        BoxCompanion people = companion.get();
        if (people != null) {
            people.edited(now, this::refreshHint);
        }
        view.showHint(hint());
    }

    /** A key in the box that may move among those found. Returns whether it did. */
    boolean key(int keyCode) {
        BoxCompanion people = companion.get();
        boolean taken = people != null && people.key(keyCode);
        failed &= !taken;
        return taken;
    }

    /** Calls whom the box found, else what it says; when that cannot be, says why. Nothing typed is lost. */
    boolean enter() {
        BoxCompanion people = companion.get();
        return people != null && people.enter() || dial(text);
    }

    /** Calls this number or address; when that cannot be, says why. */
    boolean dial(String target) {
        String problem = tryToDial(target);
        failed = problem != null;
        view.showHint(problem == null ? hint() : new Hint(problem, true));
        return problem == null;
    }

    @Override
    public void callChanged(Call call) {
        if (call.state() instanceof CallState.Ended ended) {
            switch (ended.reason().kind()) {
                case HUNG_UP, CANCELLED, DECLINED -> display.execute(() -> view.takeFocus(true));
                case MISSED, ANSWERED_ELSEWHERE -> {
                    // nobody here did anything, so the keyboard stays where it is
                }
                default -> display.execute(() -> view.takeFocus(false));
            }
        }
    }

    @Override
    public void registrationChanged(String address, Registration registration) {
        display.execute(this::refreshHint);
    }

    /** Somebody else, or nobody any more, wants whom the box would call. Any thread. */
    void purposeChanged() {
        display.execute(this::refreshHint);
    }

    private void refreshHint() {
        if (!failed) {
            view.showHint(hint());
        }
    }

    private @Nullable String tryToDial(String wanted) {
        CallService service = calls.get();
        if (service == null) {
            return Messages.problemNoService;
        }
        String domain = domain();
        if (domain == null) {
            return Messages.problemNotSignedIn;
        }
        if (DialText.target(wanted, domain) == null) {
            return DialText.problem(wanted);
        }
        BoxPurpose taker = purpose.get();
        try {
            if (taker == null) {
                service.dial(wanted.strip());
            } else {
                taker.take(wanted.strip());
            }
            return null;
        } catch (IllegalArgumentException e) {
            return DialText.problem(wanted);
        }
    }

    private Hint hint() {
        BoxCompanion people = companion.get();
        String found = people == null ? null : people.target();
        if (found != null) {
            return new Hint(enters(found), false);
        }
        if (text.isBlank()) {
            return new Hint(Messages.hintEmpty, false);
        }
        String domain = domain();
        if (domain == null) {
            return new Hint(Messages.problemNotSignedIn, false);
        }
        String target = DialText.target(text, domain);
        if (target != null) {
            return new Hint(enters(target), false);
        }
        // who types a name does not want to hear that it is no number
        return new Hint(people == null ? DialText.problem(text) : "", false);
    }

    private String enters(String whom) {
        BoxPurpose taker = purpose.get();
        return taker == null ? NLS.bind(Messages.hintCalls, whom) : taker.hint(whom);
    }

    /** The domain of the account that dials; null while nobody is signed in. */
    private @Nullable String domain() {
        AccountService service = accounts.get();
        if (service == null) {
            return null;
        }
        for (String address : service.registrations().keySet()) {
            return address.substring(address.lastIndexOf('@') + 1);
        }
        return null;
    }
}
