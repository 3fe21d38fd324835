/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.history.internal;

import java.time.LocalDate;
import org.centralino.history.HistoryEntry;

/** What stands in the list, one under the other. */
sealed interface Item {

    /** What it is found by again after the list changed. */
    Object key();

    /** The calls of a day begin. */
    record Day(LocalDate date, String title) implements Item {

        @Override
        public Object key() {
            return date;
        }
    }

    /** One call; the first of its day, the last of its day. */
    record Line(HistoryEntry entry, boolean first, boolean last) implements Item {

        @Override
        public Object key() {
            return entry.id();
        }
    }
}
