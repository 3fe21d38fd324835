/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.conference.internal;

import java.util.function.Function;
import org.centralino.telephony.ConferenceService;
import org.centralino.ui.dialer.BoxPurpose;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;

/**
 * Whether people are being added: from the press on the strip's button until Done, whom the box would call is invited. Any
 * thread.
 */
final class Gathering implements BoxPurpose {

    private final ConferenceService conference;
    private final Function<BoxPurpose, Runnable> publish;
    private volatile Runnable changed = () -> {};
    private @Nullable Runnable withdraw;

    /** @param publish lets the box give this whom it would call, until what it returns is run */
    Gathering(ConferenceService conference, Function<BoxPurpose, Runnable> publish) {
        this.conference = conference;
        this.publish = publish;
    }

    ConferenceService conference() {
        return conference;
    }

    /** @param run whenever it begins or ends */
    void follow(Runnable run) {
        changed = run;
    }

    synchronized boolean isOpen() {
        return withdraw != null;
    }

    /** Makes an answered call a member at once, and lets others be added. */
    void begin(String callId) {
        conference.join(callId);
        synchronized (this) {
            if (withdraw == null) {
                withdraw = publish.apply(this);
            }
        }
        changed.run();
    }

    void end() {
        Runnable open;
        synchronized (this) {
            open = withdraw;
            withdraw = null;
        }
        if (open != null) {
            open.run();
            changed.run();
        }
    }

    @Override
    public String hint(String whom) {
        return NLS.bind(Messages.enterAdds, whom);
    }

    @Override
    public void take(String target) {
        conference.invite(target);
    }
}
