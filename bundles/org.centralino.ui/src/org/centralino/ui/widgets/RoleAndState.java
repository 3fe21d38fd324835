/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.widgets;

import java.util.function.IntSupplier;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;

/** Tells the accessibility tree what a drawn control is and how it stands. */
final class RoleAndState extends AccessibleControlAdapter {

    private final IntSupplier role;
    private final IntSupplier state;

    /**
     * @param role one of ACC.ROLE_
     * @param state a sum of ACC.STATE_
     */
    RoleAndState(IntSupplier role, IntSupplier state) {
        this.role = role;
        this.state = state;
    }

    @Override
    @NonNullByDefault({})
    public void getRole(AccessibleControlEvent e) {
        e.detail = role.getAsInt();
    }

    @Override
    @NonNullByDefault({})
    public void getState(AccessibleControlEvent e) {
        e.detail = state.getAsInt();
    }
}
