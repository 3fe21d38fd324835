/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.history.internal;

/**
 * A call as a row shows it. Immutable.
 *
 * @param title who, or what happened
 * @param aside what stands dim behind it; may be empty
 * @param detail the second line
 * @param time what stands at the right; may be empty
 * @param news whether it stands out: a missed call the user has not seen
 * @param reading the row as a screen reader says it
 * @param callBack accessible name of the button; empty: there is nobody to call back
 */
record CallLine(
        Glyph glyph,
        String title,
        String aside,
        String detail,
        String time,
        boolean news,
        String reading,
        String callBack) {}
