/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.callcontrol.internal;

import org.centralino.ui.widgets.Run;
import org.centralino.ui.widgets.TextLine;
import org.eclipse.swt.layout.GridData;

/** A line of a grid that takes no room while it has nothing to say. */
final class OptionalLine {

    private OptionalLine() {}

    /** Shows this; true when the line came or went. */
    static boolean show(TextLine line, Run run) {
        line.setRun(run);
        GridData data = (GridData) line.getLayoutData();
        boolean absent = run.text().isEmpty();
        boolean changed = data.exclude != absent;
        data.exclude = absent;
        line.setVisible(!absent);
        return changed;
    }
}
