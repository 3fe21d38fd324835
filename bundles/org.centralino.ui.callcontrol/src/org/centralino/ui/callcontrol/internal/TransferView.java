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
 * @param canPark whether it can be parked
 */
record TransferView(
        int opening, String name, String draft, String hint, boolean problem, List<Other> others, boolean canPark) {

    /** A call to connect with. */
    record Other(String id, String name, String number) {}
}
