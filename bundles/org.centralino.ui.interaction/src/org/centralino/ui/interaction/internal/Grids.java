/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.interaction.internal;

import org.centralino.ui.Theme;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** Grids without margins. */
final class Grids {

    private Grids() {}

    static GridLayout tight(int columns) {
        GridLayout grid = new GridLayout(columns, false);
        grid.marginWidth = 0;
        grid.marginHeight = 0;
        grid.horizontalSpacing = 8;
        grid.verticalSpacing = 0;
        return grid;
    }

    /** A place on the same surface as what it lies in. */
    static Composite place(Composite parent, int columns) {
        Composite place = new Composite(parent, SWT.NO_FOCUS);
        Theme.of(parent.getDisplay()).surface(place, Theme.surfaceOf(parent));
        place.setLayout(tight(columns));
        return place;
    }

    /** Puts room between the lines of a place. */
    static void spacing(Composite place, int pixels) {
        if (place.getLayout() instanceof GridLayout grid) {
            grid.verticalSpacing = pixels;
        }
    }

    /** Lets a control of a grid take no room, or its own again. */
    static void exclude(Control control, boolean out) {
        if (control.getLayoutData() instanceof GridData data) {
            data.exclude = out;
        }
        control.setVisible(!out);
    }
}
