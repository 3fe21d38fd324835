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
    private final Executor display;
    private final View view;
    private String text = "";
    private boolean failed;

    DialerPresenter(
            Supplier<@Nullable CallService> calls,
            Supplier<@Nullable AccountService> accounts,
            Executor display,
            View view) {
        this.calls = calls;
        this.accounts = accounts;
        this.display = display;
        this.view = view;
    }

    /** The text in the box is this now. */
    void edited(String now) {
        text = now;
        failed = false;
        view.showHint(hint());
    }

    /** Calls what the box says; when that cannot be, says why. Nothing typed is lost. */
    boolean dial() {
        String problem = tryToDial();
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
        display.execute(() -> {
            if (!failed) {
                view.showHint(hint());
            }
        });
    }

    private @Nullable String tryToDial() {
        CallService service = calls.get();
        if (service == null) {
            return Messages.problemNoService;
        }
        String domain = domain();
        if (domain == null) {
            return Messages.problemNotSignedIn;
        }
        if (DialText.target(text, domain) == null) {
            return DialText.problem(text);
        }
        try {
            service.dial(text.strip());
            return null;
        } catch (IllegalArgumentException e) {
            return DialText.problem(text);
        }
    }

    private Hint hint() {
        if (text.isBlank()) {
            return new Hint(Messages.hintEmpty, false);
        }
        String domain = domain();
        if (domain == null) {
            return new Hint(Messages.problemNotSignedIn, false);
        }
        String target = DialText.target(text, domain);
        return target == null
                ? new Hint(DialText.problem(text), false)
                : new Hint(NLS.bind(Messages.hintCalls, target), false);
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
