/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.callcontrol;

import org.centralino.telephony.Call;
import org.centralino.telephony.CallService;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What the call strip offers to its buttons. A partner's handler, which is not on the display thread, may use it on its own: what
 * is open is what was when the handler was called, for the call that it was called for.
 */
@ProviderType
public interface CallSite {

    /**
     * The commands of the call control. Any thread.
     *
     * @throws IllegalStateException while there is nothing that makes calls
     */
    CallService calls();

    /** Whether the keypad is open under the strip. Display thread. */
    boolean isKeypadOpen();

    /** Opens or closes the keypad. Display thread. */
    void setKeypadOpen(boolean open);

    /** Whether the transfer panel is open for this call. Display thread. */
    boolean isTransferOpen(Call call);

    /** Opens the transfer panel for an answered call, or closes it where it is open for that call. Display thread. */
    void toggleTransfer(Call call);

    /** Asks every button anew for its state. Any thread. */
    void refresh();
}
