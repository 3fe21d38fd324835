/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.internal;

import java.util.ServiceLoader;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;

/** What only the window system's own API can do; a fragment of this bundle fills it, found by {@link ServiceLoader}. */
public class Platform {

    private static final Platform INSTANCE = ServiceLoader.load(Platform.class, Platform.class.getClassLoader())
            .findFirst()
            .orElseGet(Platform::new);

    public static Platform get() {
        return INSTANCE;
    }

    /** Whether {@link #name} and {@link #describe} do all that is needed. */
    public boolean namesNatively() {
        return false;
    }

    /** Names a native control in the accessibility tree. */
    public void name(Control control, String name) {
        // SWT's AccessibleListener is enough where no fragment says otherwise
    }

    /** Describes a native control in the accessibility tree. */
    public void describe(Control control, String description) {
        // as with name
    }

    /** Lets a screen reader say {@code text}. */
    public void announce(Control control, String text) {
        // no portable way
    }

    /** Makes it safe to ask for the accessibility of controls that are disposed. */
    public void guardDisposed(Display display) {
        // is safe where no fragment says otherwise
    }

    /** Takes a native text field's own frame away, for one that lies in a frame of ours. */
    public void flatten(Control text) {
        // no frame where SWT.BORDER is not asked for
    }

    /** Makes the native widgets dark or light, whatever the system prefers. */
    public void preferDark(boolean dark) {
        // no portable way
    }
}
