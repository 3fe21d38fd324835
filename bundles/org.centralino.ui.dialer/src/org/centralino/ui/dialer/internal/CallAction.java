/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.dialer.internal;

import java.net.URL;
import java.util.Objects;
import java.util.function.Consumer;
import org.centralino.ui.Icon;
import org.centralino.ui.contact.PhoneAction;

/** Calls a number wherever one is shown; the box says why where that cannot be. */
final class CallAction implements PhoneAction {

    private final Consumer<String> dial;

    CallAction(Consumer<String> dial) {
        this.dial = dial;
    }

    @Override
    public String id() {
        return "call";
    }

    @Override
    public int order() {
        return 100;
    }

    @Override
    public String name() {
        return Messages.call;
    }

    @Override
    public String caption() {
        return Messages.call;
    }

    @Override
    public URL icon() {
        return Objects.requireNonNull(Icon.CALL.url());
    }

    @Override
    public void run(String number) {
        dial.accept(number);
    }
}
