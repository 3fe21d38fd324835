/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.internal;

/** What draws an outline, step by step. */
interface Pen {

    void moveTo(float x, float y);

    void lineTo(float x, float y);

    void cubicTo(float x1, float y1, float x2, float y2, float x, float y);

    /** Part of the circle in this square; angles in degrees, 0 at three o'clock, positive against the clock. */
    void arc(float left, float top, float diameter, float start, float extent);

    void close();
}
