/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.practice.sip;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jdt.annotation.Nullable;

/** Where users are reached: the bindings of RFC 3261 section 10.3. Used on the signalling thread only. */
final class Location {
    private static final int MOST_BINDINGS = 10;

    private final InstantSource clock;
    private final Map<String, @Nullable Map<String, @Nullable Binding>> bindings = new HashMap<>();

    record Binding(String contact, String callId, long cseq, long expiresAtMillis) {}

    Location(InstantSource clock) {
        this.clock = clock;
    }

    /** The newest last. */
    List<Binding> of(User user) {
        long now = clock.millis();
        Map<String, @Nullable Binding> contacts = contacts(user);
        contacts.values().removeIf(binding -> binding == null || binding.expiresAtMillis() <= now);
        List<Binding> current = new ArrayList<>();
        contacts.forEach((contact, binding) -> {
            if (binding != null) {
                current.add(binding);
            }
        });
        return current;
    }

    /** @return false for a request older than the one that made the binding, or when there are too many */
    boolean bind(User user, String contact, String callId, long cseq, Duration lifetime) {
        int others = of(user).size();
        Map<String, @Nullable Binding> contacts = contacts(user);
        Binding before = contacts.get(contact);
        if (before != null && before.callId().equals(callId) && cseq <= before.cseq()) {
            return false;
        }
        contacts.remove(contact);
        if (lifetime.isZero()) {
            return true;
        }
        if (others >= MOST_BINDINGS && before == null) {
            return false;
        }
        contacts.put(contact, new Binding(contact, callId, cseq, clock.millis() + lifetime.toMillis()));
        return true;
    }

    void clear(User user) {
        contacts(user).clear();
    }

    long secondsLeft(Binding binding) {
        return Math.max(0, (binding.expiresAtMillis() - clock.millis() + 999) / 1000);
    }

    private Map<String, @Nullable Binding> contacts(User user) {
        Map<String, @Nullable Binding> contacts = bindings.get(user.id());
        if (contacts == null) {
            contacts = new LinkedHashMap<>();
            bindings.put(user.id(), contacts);
        }
        return contacts;
    }
}
