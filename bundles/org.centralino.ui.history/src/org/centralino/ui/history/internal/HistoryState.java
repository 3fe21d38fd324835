/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.history.internal;

import java.util.List;

/**
 * What the view shows. Immutable.
 *
 * @param items days and calls, the latest first
 * @param missedOnly whether the list is of missed calls
 * @param missed how many of them the user has not seen
 * @param empty what stands where no call does; empty where one does
 * @param problem why the history is not whole; empty where it is
 */
record HistoryState(List<Item> items, boolean missedOnly, int missed, String empty, String problem) {}
