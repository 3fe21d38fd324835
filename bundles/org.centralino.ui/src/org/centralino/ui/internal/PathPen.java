/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.internal;

import org.eclipse.swt.graphics.Path;

/** Draws into an SWT path. */
record PathPen(Path path) implements Pen {

    @Override
    public void moveTo(float x, float y) {
        path.moveTo(x, y);
    }

    @Override
    public void lineTo(float x, float y) {
        path.lineTo(x, y);
    }

    @Override
    public void cubicTo(float x1, float y1, float x2, float y2, float x, float y) {
        path.cubicTo(x1, y1, x2, y2, x, y);
    }

    @Override
    public void arc(float left, float top, float diameter, float start, float extent) {
        path.addArc(left, top, diameter, diameter, start, extent);
    }

    @Override
    public void close() {
        path.close();
    }
}
