/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.callcontrol.internal;

import java.util.List;

/**
 * What the transfer panel shows. Immutable.
 *
 * @param opening another number each time it is opened
 * @param name who is to be transferred
 * @param draft what stands in the box when it opens
 * @param hint what Enter will do, or why it can do nothing
 * @param problem whether the hint says why something cannot be done
 * @param others the answered calls it can be connected with
 * @param suggestions the contacts it can be transferred to for the name in the box, the one that Enter means first
 * @param canPark whether it can be parked
 */
record TransferView(
        int opening,
        String name,
        String draft,
        String hint,
        boolean problem,
        List<Other> others,
        List<ContactSuggestions.Suggestion> suggestions,
        boolean canPark) {

    /** A call to connect with. */
    record Other(String id, String name, String number) {}
}
