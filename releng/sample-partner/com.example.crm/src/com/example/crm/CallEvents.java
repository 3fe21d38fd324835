/* An example for partners of Centralino: copy it, change it, call it yours. SPDX-License-Identifier: EPL-2.0 */
package com.example.crm;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What has happened to calls, each event once for each call, however many snapshots tell of it or are missed. */
final class CallEvents {

    /** In the order in which they happen. */
    enum Event {
        /** Somebody calls, or is called. */
        RING,
        /** They talk. */
        ANSWER,
        /** It is over, answered or not. */
        END
    }

    private final Map<String, Set<Event>> told = new HashMap<>();

    /** What is new with this call. An ended one is forgotten: nothing follows. */
    synchronized List<Event> news(String call, boolean answered, boolean ended) {
        Set<Event> before = told.computeIfAbsent(call, id -> EnumSet.noneOf(Event.class));
        Set<Event> now = EnumSet.of(Event.RING);
        if (answered) {
            now.add(Event.ANSWER);
        }
        if (ended) {
            now.add(Event.END);
            told.remove(call);
        }
        List<Event> news = new ArrayList<>(now);
        news.removeAll(before);
        before.addAll(now);
        return news;
    }
}
