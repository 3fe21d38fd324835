/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.history;

import org.centralino.directory.ContactId;
import org.eclipse.jdt.annotation.Nullable;

/**
 * Which calls. Immutable.
 *
 * @param text part of a name or number, accents and case do not count; empty: any
 * @param contact of whom alone; null: anybody's
 * @param missed whether only missed ones
 * @param before only entries with a smaller {@link HistoryEntry#id()}, for a list that is scrolled on;
 *     {@link Long#MAX_VALUE}: from the latest
 * @param limit how many at most, 1 to 500
 */
public record HistoryQuery(String text, @Nullable ContactId contact, boolean missed, long before, int limit) {}
