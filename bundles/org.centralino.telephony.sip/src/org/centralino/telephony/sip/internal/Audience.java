/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** The listeners of one kind. {@link #add} and {@link #tell} belong to one thread, the others to any. */
final class Audience<L, T> {

    private final BiConsumer<L, T> telling;
    private final Function<T, Object> subject;
    private final Map<L, Bystander<T>> bystanders = new ConcurrentHashMap<>();

    Audience(BiConsumer<L, T> telling, Function<T, Object> subject) {
        this.telling = telling;
        this.subject = subject;
    }

    /** From now on {@code listener} is told, beginning with how things stand. */
    void add(L listener, List<T> standing) {
        Bystander<T> bystander =
                new Bystander<>(listener.toString(), snapshot -> telling.accept(listener, snapshot), subject);
        bystanders.put(listener, bystander);
        standing.forEach(bystander::tell);
    }

    void remove(L listener) {
        Bystander<T> gone = Lookup.in(bystanders, listener);
        if (gone != null && bystanders.remove(listener, gone)) {
            gone.retire();
        }
    }

    void tell(T snapshot) {
        bystanders.values().forEach(bystander -> bystander.tell(snapshot));
    }

    void clear() {
        bystanders.values().forEach(Bystander::retire);
        bystanders.clear();
    }
}
