/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.history;

import org.centralino.directory.ContactId;
import org.centralino.ui.Theme;
import org.centralino.ui.desk.DeskLayout;
import org.centralino.ui.history.internal.ContactCalls;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;

/**
 * The calls with one contact, the latest first, in rows under each other: as high as its rows want to be, so it belongs into
 * something that scrolls. It follows the history as long as it lives, and lays itself out anew by
 * {@link Composite#requestLayout()} when it wants another height. Display thread only.
 */
public final class CallTimeline extends Composite {

    private static final int GAP = 8;

    private final ContactCalls calls;
    private Runnable resized = () -> {};

    public CallTimeline(Composite parent) {
        super(parent, SWT.NO_FOCUS);
        Theme.of(getDisplay()).surface(this, Theme.surfaceOf(parent));
        setLayout(new DeskLayout(0, GAP, false));
        calls = ContactCalls.in(this, this::resize);
    }

    /** Shows the calls with this contact; null: none. */
    public void show(@Nullable ContactId contact) {
        calls.show(contact);
    }

    /** What is told after the timeline wants another height, for who lays it out in another way. */
    public void onResize(Runnable told) {
        resized = told;
    }

    private void resize() {
        layout(true, true);
        requestLayout();
        resized.run();
    }
}
