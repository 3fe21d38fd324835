/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.history.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.centralino.history.HistoryEntry;
import org.centralino.telephony.EndReason.Kind;
import org.junit.jupiter.api.Test;

/** Two days, with two calls on the first and one on the second. */
class ItemColumnTest {

    private static final int DAY = ItemColumn.DAY;
    private static final int CALL = CallFace.HEIGHT;

    private final FakeHistory history = new FakeHistory();
    private final HistoryEntry last = history.add(1, true, "201", "", Kind.HUNG_UP);
    private final HistoryEntry middle = history.add(2, true, "202", "", Kind.HUNG_UP);
    private final HistoryEntry first = history.add(3000, true, "203", "", Kind.HUNG_UP);
    private final ItemColumn column = new ItemColumn(List.of(
            new Item.Day(LocalDate.of(2026, 11, 23), "Today"),
            new Item.Line(last, true, false),
            new Item.Line(middle, false, true),
            new Item.Day(LocalDate.of(2026, 11, 21), "Saturday"),
            new Item.Line(first, true, true)));

    @Test
    void what_stands_under_something_begins_where_that_ends() {
        assertThat(column.top(0)).isZero();
        assertThat(column.top(2)).isEqualTo(column.bottom(1)).isEqualTo(DAY + CALL);
        assertThat(column.height()).isEqualTo(column.bottom(4)).isEqualTo(2 * DAY + 3 * CALL);
    }

    @Test
    void at_a_height_is_what_begins_there_or_goes_on_there() {
        assertThat(column.at(-1)).isZero();
        assertThat(column.at(DAY - 1)).isZero();
        assertThat(column.at(DAY)).isEqualTo(1);
        assertThat(column.at(DAY + CALL - 1)).isEqualTo(1);
        assertThat(column.at(100_000)).isEqualTo(4);
        assertThat(column.firstCall(DAY + 2 * CALL)).isEqualTo(first);
        assertThat(column.firstCall(0)).isEqualTo(last);
    }

    @Test
    void from_call_to_call_days_are_passed_over_and_the_ends_are_the_ends() {
        assertThat(column.line(0, 1)).isEqualTo(1);
        assertThat(column.line(3, 1)).isEqualTo(4);
        assertThat(column.line(3, -1)).isEqualTo(2);
        assertThat(column.line(0, -1)).isEqualTo(-1);
        assertThat(column.line(5, 1)).isEqualTo(4);
    }

    @Test
    void a_call_is_found_again_by_its_key_and_the_first_of_a_day_begins_with_its_title() {
        assertThat(column.indexOf(middle.id())).isEqualTo(2);
        assertThat(column.indexOf("nobody's")).isEqualTo(-1);
        assertThat(column.topWithTitle(1)).isZero();
        assertThat(column.topWithTitle(2)).isEqualTo(column.top(2));
    }

    @Test
    void where_there_are_no_calls_none_is_found() {
        ItemColumn empty = new ItemColumn(List.of());

        assertThat(empty.height()).isZero();
        assertThat(empty.line(0, 1)).isEqualTo(-1);
        assertThat(empty.firstCall(0)).isNull();
    }
}
