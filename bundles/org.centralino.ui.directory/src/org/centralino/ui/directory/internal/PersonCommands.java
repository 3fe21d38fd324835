/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.directory.internal;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.centralino.directory.Match;
import org.centralino.ui.contact.Interaction;
import org.centralino.ui.contact.PhoneAction;
import org.eclipse.jdt.annotation.Nullable;

/** What can be done with people and numbers by whoever is there to do it: call, show in detail, write. Display thread only. */
final class PersonCommands {

    private static final String CALL = "call";

    private final Supplier<List<PhoneAction>> actions;
    private final Supplier<@Nullable Interaction> interaction;
    private final Consumer<String> problem;

    /** @param problem told, in words for people, why something cannot be done */
    PersonCommands(
            Supplier<List<PhoneAction>> actions,
            Supplier<@Nullable Interaction> interaction,
            Consumer<String> problem) {
        this.actions = actions;
        this.interaction = interaction;
        this.problem = problem;
    }

    /** What can be done with numbers, in order. */
    List<PhoneAction> actions() {
        return actions.get();
    }

    /** Does it with the number that matched, else the default one. */
    void run(PhoneAction action, Match match) {
        if (match.phone().isEmpty()) {
            problem.accept(Words.noNumber(match.contact().name()));
        } else {
            action.run(match.phone());
        }
    }

    void call(Match match) {
        PhoneAction call = callAction();
        if (call == null) {
            problem.accept(Messages.noTelephone);
        } else {
            run(call, match);
        }
    }

    void call(String number) {
        PhoneAction call = callAction();
        if (call == null) {
            problem.accept(Messages.noTelephone);
        } else {
            call.run(number);
        }
    }

    private @Nullable PhoneAction callAction() {
        for (PhoneAction action : actions.get()) {
            if (CALL.equals(action.id())) {
                return action;
            }
        }
        return null;
    }

    /** Whether contacts can be shown in detail and written. */
    boolean canOpen() {
        return interaction.get() != null;
    }

    void open(Match match, boolean focus) {
        Interaction detail = interaction.get();
        if (detail != null) {
            detail.open(match.contact().id(), focus);
        }
    }

    /** Lets the user write a new contact. @param number of theirs; may be empty */
    void create(String number) {
        Interaction detail = interaction.get();
        if (detail != null) {
            detail.create(number);
        }
    }
}
