/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.recording.ui.internal;

import java.util.HashSet;
import java.util.Set;
import org.centralino.telephony.Call;
import org.centralino.telephony.CallListener;

/** Tells when a call gets the voice: who is talked to must not hear another's recording through our microphone. */
final class Voices implements CallListener {

    private final Set<String> talking = new HashSet<>();
    private final Runnable told;

    /** @param got run on the listener's thread, once each time a call gets the voice */
    Voices(Runnable got) {
        told = got;
    }

    @Override
    public void callChanged(Call call) {
        if (!call.isActive() || call.isHeldByUs()) {
            talking.remove(call.id());
        } else if (talking.add(call.id())) {
            told.run();
        }
    }
}
