/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.callcontrol;

import org.centralino.telephony.Call;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Handler of a button in the call strip, made once by the extension point
 * {@code org.centralino.ui.callcontrol.actions}. Both methods return at once; what takes time is done elsewhere, with
 * {@link CallSite#refresh} at its end.
 *
 * <p>A partner's handler is made and called on the one thread of its bundle, a call at a time, and never on the display thread:
 * widgets are out of its reach. The strip never waits for it and shows what it said last, no button before its first answer; it
 * is asked again for every change of the call, after each press, once a second, and when it says {@code refresh}. Each call has
 * 200 ms. Past that, or where it throws, its bundle is put in quarantine: its buttons go, the user is told, and calls go on.
 *
 * <p>A handler of ours is called on the display thread. One that throws loses its button and is logged; the call goes on.
 */
@ConsumerType
public interface CallAction {

    /** How the button stands for this call, {@link ActionState#ABSENT} where there is none. */
    ActionState state(Call call, CallSite site);

    /** The button was pressed. Not called while it is greyed or locked. */
    void run(Call call, CallSite site);
}
