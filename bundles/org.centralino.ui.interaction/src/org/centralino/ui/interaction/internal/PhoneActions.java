/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.interaction.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.centralino.ui.contact.PhoneAction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What can be done with a number, by order. One that throws is named in the log once and offered no more. */
final class PhoneActions implements Supplier<List<ActionFace>> {

    private static final Logger LOG = LoggerFactory.getLogger(PhoneActions.class);

    private final List<PhoneAction> actions = new CopyOnWriteArrayList<>();
    private final Map<PhoneAction, Optional<ActionFace>> faces = new LinkedHashMap<>();

    /** Any thread. */
    void add(PhoneAction action) {
        actions.add(action);
    }

    /** Any thread. */
    void remove(PhoneAction action) {
        actions.remove(action);
    }

    /** Display thread. */
    @Override
    public List<ActionFace> get() {
        faces.keySet().retainAll(actions);
        List<ActionFace> all = new ArrayList<>();
        for (PhoneAction action : actions) {
            faces.computeIfAbsent(action, PhoneActions::face).ifPresent(all::add);
        }
        all.sort(Comparator.comparingInt(ActionFace::order).thenComparing(ActionFace::name));
        return List.copyOf(all);
    }

    /** Does it; returns whether it could. Display thread. */
    boolean run(ActionFace face, String number) {
        try {
            face.action().run(number);
            return true;
        } catch (RuntimeException | LinkageError e) {
            LOG.error("{} is offered no more", face.action().getClass().getName(), e);
            faces.put(face.action(), Optional.empty());
            return false;
        }
    }

    private static Optional<ActionFace> face(PhoneAction action) {
        try {
            return Optional.of(new ActionFace(action.order(), action.name(), action.caption(), action.icon(), action));
        } catch (RuntimeException | LinkageError e) {
            LOG.error("{} is left out", action.getClass().getName(), e);
            return Optional.empty();
        }
    }
}
