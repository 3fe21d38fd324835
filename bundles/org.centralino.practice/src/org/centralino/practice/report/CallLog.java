/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.practice.report;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.eclipse.jdt.annotation.Nullable;

/** The latest calls, newest first. Safe for use by several threads. */
public final class CallLog {
    private static final int MOST_KEPT = 200;

    private final Deque<CallRecord> records = new ArrayDeque<>();

    public synchronized CallRecord started(String callId, String extension, String from, String to) {
        CallRecord record = new CallRecord(callId, extension, from, to);
        records.addFirst(record);
        if (records.size() > MOST_KEPT) {
            records.removeLast();
        }
        return record;
    }

    public synchronized @Nullable CallRecord latest(Predicate<CallRecord> wanted) {
        for (CallRecord record : records) {
            if (wanted.test(record)) {
                return record;
            }
        }
        return null;
    }

    /** Objects as {@link Json} writes them. */
    public synchronized List<Map<String, @Nullable Object>> all(Predicate<CallRecord> wanted) {
        List<Map<String, @Nullable Object>> all = new ArrayList<>();
        records.stream().filter(wanted).forEach(record -> all.add(record.toJson()));
        return all;
    }
}
