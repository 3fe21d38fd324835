/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.callcontrol.internal;

import java.util.List;
import org.eclipse.jdt.annotation.Nullable;

/**
 * All that the section shows. Immutable.
 *
 * @param strip null: no call
 * @param keypadOpen whether the keypad stands under the strip
 * @param sentDigits the tones sent in this call so far, masked where they must be
 * @param transfer what the transfer panel under the strip shows; null: it is closed
 * @param naming whether a name may still come that is worth waiting for before something is said aloud
 */
record CallsView(
        @Nullable StripView strip,
        boolean keypadOpen,
        String sentDigits,
        @Nullable TransferView transfer,
        List<WaitingView> waiting,
        boolean naming) {

    static final CallsView NOTHING = new CallsView(null, false, "", null, List.of(), false);
}
