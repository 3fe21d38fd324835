/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.directory.internal;

import java.util.List;
import org.centralino.directory.Match.Span;

/**
 * What one row shows. Immutable.
 *
 * @param bold the parts of the name that were typed
 * @param why how it was found where that is not plain to see; may be empty
 * @param where department or organisation; may be empty
 * @param number may be empty
 * @param found whether the number is what was found
 * @param kind a word for who is not of the own organisation; empty for who is
 * @param reading what a screen reader says
 */
record RowView(
        String name,
        List<Span> bold,
        String why,
        String where,
        String number,
        boolean found,
        String kind,
        boolean favourite,
        String reading) {

    RowView {
        bold = List.copyOf(bold);
    }
}
