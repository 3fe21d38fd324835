/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.dialer;

import org.eclipse.jdt.annotation.Nullable;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Service that finds people for what is typed into the one box, and is moved in by its keys. Without one the box only dials.
 * Display thread only; must return at once.
 */
@ConsumerType
public interface BoxCompanion {

    /**
     * The text of the box is now this one.
     *
     * @param targetChanged to be run whenever {@link #target} may be another one than before, until the next edit
     */
    void edited(String text, Runnable targetChanged);

    /**
     * Arrow and page keys in the box ({@code SWT.ARROW_UP} and its kind), and {@code SWT.SHIFT | SWT.F10}, which opens menus.
     * Returns whether it was taken.
     */
    boolean key(int keyCode);

    /** Enter in the box. Returns whether it was taken; otherwise the text is dialled. */
    boolean enter();

    /** Whom Enter would call, to be shown in the box; null: the text is dialled. */
    @Nullable
    String target();
}
