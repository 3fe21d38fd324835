/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.history.internal;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.Accessible;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.accessibility.AccessibleListener;

/** What a row is in the accessibility tree: an item of a list, with all it says as its name. */
@NonNullByDefault({})
final class RowAccess extends AccessibleControlAdapter {

    private final CallFace face;

    private RowAccess(CallFace face) {
        this.face = face;
    }

    static void install(CallFace face) {
        Accessible accessible = face.getAccessible();
        accessible.addAccessibleListener(AccessibleListener.getNameAdapter(e -> e.result = face.reading()));
        accessible.addAccessibleControlListener(new RowAccess(face));
    }

    @Override
    public void getRole(AccessibleControlEvent e) {
        e.detail = ACC.ROLE_LISTITEM;
    }

    @Override
    public void getState(AccessibleControlEvent e) {
        e.detail = ACC.STATE_FOCUSABLE
                | ACC.STATE_SELECTABLE
                | (face.isFocusControl() ? ACC.STATE_FOCUSED : 0)
                | (face.isSelected() ? ACC.STATE_SELECTED : 0);
    }
}
