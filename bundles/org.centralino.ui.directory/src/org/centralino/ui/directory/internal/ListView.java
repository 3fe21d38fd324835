/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.directory.internal;

import org.centralino.directory.SearchQuery;
import org.eclipse.jdt.annotation.Nullable;

/**
 * What the list shows. Immutable.
 *
 * @param count how many there are, in words as short as can be; empty before the first answer
 * @param rows how many there are
 * @param selected -1: none
 * @param fresh whether it is another list than before, to be shown from its beginning
 * @param empty what to say where there is nobody; null otherwise
 */
record ListView(
        SearchQuery.Scope scope,
        String count,
        int rows,
        int selected,
        boolean fresh,
        @Nullable Empty empty) {

    /**
     * A list without anybody.
     *
     * @param number what can be called instead; empty: nothing
     * @param create whether a new contact may help
     * @param sources whether it helps to see how the sources stand
     */
    record Empty(String title, String detail, String number, boolean create, boolean sources) {}
}
