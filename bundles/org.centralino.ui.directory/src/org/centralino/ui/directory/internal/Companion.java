/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.directory.internal;

import org.centralino.ui.dialer.BoxCompanion;
import org.eclipse.jdt.annotation.Nullable;

/** Joins the box to the list under it. */
final class Companion implements BoxCompanion {

    private final DirectoryPane pane;

    Companion(DirectoryPane pane) {
        this.pane = pane;
    }

    @Override
    public void edited(String text, Runnable targetChanged) {
        pane.presenter().edited(text, targetChanged);
    }

    @Override
    public boolean key(int keyCode) {
        return pane.boxKey(keyCode);
    }

    @Override
    public boolean enter() {
        return pane.presenter().enter();
    }

    @Override
    public @Nullable String target() {
        return pane.presenter().target();
    }
}
