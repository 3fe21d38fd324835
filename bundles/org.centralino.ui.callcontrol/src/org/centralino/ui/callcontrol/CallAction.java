/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.callcontrol;

import org.centralino.telephony.Call;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Handler of a button in the call strip, made once by the extension point
 * {@code org.centralino.ui.callcontrol.actions}. Both methods are called on the display thread and return at once; what
 * takes time is done elsewhere, with {@link CallSite#refresh} at its end. A handler that throws loses its button and is
 * logged; the call goes on.
 */
@ConsumerType
public interface CallAction {

    /** How the button stands for this call, {@link ActionState#ABSENT} where there is none. */
    ActionState state(Call call, CallSite site);

    /** The button was pressed. Not called while it is greyed or locked. */
    void run(Call call, CallSite site);
}
