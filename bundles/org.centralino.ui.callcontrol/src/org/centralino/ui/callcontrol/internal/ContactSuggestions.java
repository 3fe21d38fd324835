/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.callcontrol.internal;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.centralino.directory.DirectoryService;
import org.centralino.directory.SearchQuery;
import org.centralino.directory.SearchResult;
import org.eclipse.jdt.annotation.Nullable;

/**
 * Contacts for a name that is being typed as the target of a transfer. The directory is asked on another thread. Display
 * thread only.
 */
final class ContactSuggestions {

    private static final int MOST = 4;

    /** A contact that can be called, at the number it would be called at. */
    record Suggestion(String name, String number, String about) {}

    private final Supplier<@Nullable DirectoryService> directory;
    private final Executor asking;
    private final Executor display;
    private final Consumer<Runnable> later;
    private Runnable changed = () -> {};
    private @Nullable Runnable whenFound;
    private List<Suggestion> found = List.of();
    private int question;
    private boolean open;

    /**
     * @param asking where the directory is asked; whatever it does there, nothing waits for it
     * @param later runs something on {@code display} when an answer has taken too long
     */
    ContactSuggestions(
            Supplier<@Nullable DirectoryService> directory,
            Executor asking,
            Executor display,
            Consumer<Runnable> later) {
        this.directory = directory;
        this.asking = asking;
        this.display = display;
        this.later = later;
    }

    /** Suggests nobody. */
    static ContactSuggestions none() {
        return new ContactSuggestions(() -> null, Runnable::run, Runnable::run, run -> {});
    }

    /** @param run when there are others than before */
    void follow(Runnable run) {
        changed = run;
    }

    /** Looks for this text; only a name has suggestions, a number is dialled as it is. */
    void look(String text) {
        int asked = ++question;
        whenFound = null;
        DirectoryService service = directory.get();
        boolean isName = text.chars().anyMatch(Character::isLetter) && text.indexOf('@') < 0;
        open = isName && service != null;
        if (service == null || !isName) {
            found = List.of();
            return;
        }
        asking.execute(() -> {
            try {
                service.search(new SearchQuery(text.strip(), SearchQuery.Scope.ALL, 0, MOST))
                        .whenComplete((result, failure) -> display.execute(() -> take(asked, result)));
            } catch (RuntimeException e) {
                display.execute(() -> take(asked, null));
            }
        });
        later.accept(() -> take(asked, null));
    }

    /** The contacts for the text that was looked for last, best first. */
    List<Suggestion> found() {
        return found;
    }

    /** Runs this once it is known who there is for the text, which is soon; at once where that is known. */
    void whenFound(Runnable run) {
        if (open) {
            whenFound = run;
        } else {
            run.run();
        }
    }

    private void take(int asked, @Nullable SearchResult result) {
        if (asked != question || !open && result == null) {
            return;
        }
        open = false;
        found = result == null ? List.of() : suggestions(result);
        Runnable run = whenFound;
        whenFound = null;
        if (run == null) {
            changed.run();
        } else {
            run.run();
        }
    }

    private static List<Suggestion> suggestions(SearchResult result) {
        return result.matches().stream()
                .filter(match -> !match.phone().isEmpty())
                .map(match -> new Suggestion(match.contact().name(), match.phone(), Words.about(match.contact())))
                .toList();
    }
}
