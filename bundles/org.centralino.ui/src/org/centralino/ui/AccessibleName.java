/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui;

import org.centralino.ui.internal.Platform;
import org.eclipse.swt.accessibility.AccessibleListener;
import org.eclipse.swt.widgets.Control;

/** Names native controls for screen readers, also where SWT's own way does not reach them. Display thread only. */
public final class AccessibleName {

    private static final String NAME = AccessibleName.class.getName();
    private static final String DESCRIPTION = NAME + ".description";

    private AccessibleName() {}

    /** Names a native control; calling it again renames it. */
    public static void set(Control control, String name) {
        listenOnce(control);
        control.setData(NAME, name);
        Platform.get().name(control, name);
    }

    /** Says more about a native control than its name does. */
    public static void describe(Control control, String description) {
        listenOnce(control);
        control.setData(DESCRIPTION, description);
        Platform.get().describe(control, description);
    }

    private static void listenOnce(Control control) {
        if (control.getData(NAME) != null
                || control.getData(DESCRIPTION) != null
                || Platform.get().namesNatively()) {
            return;
        }
        control.getAccessible().addAccessibleListener(AccessibleListener.getNameAdapter(e -> {
            if (control.getData(NAME) instanceof String name) {
                e.result = name;
            }
        }));
        control.getAccessible().addAccessibleListener(AccessibleListener.getDescriptionAdapter(e -> {
            if (control.getData(DESCRIPTION) instanceof String description) {
                e.result = description;
            }
        }));
    }
}
