/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.directory.internal;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.centralino.directory.DirectoryService;
import org.centralino.directory.SearchQuery;
import org.centralino.directory.SearchResult;
import org.eclipse.jdt.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the directory, and drops answers to questions that are not asked any more. What was found before stays until
 * there is something in its place. Display thread only.
 */
final class Search {

    private static final Logger LOG = LoggerFactory.getLogger(Search.class);
    /** How often a search is begun again that somebody else's search cancelled. */
    private static final int ATTEMPTS = 20;

    /** Who is told of answers. */
    interface Listener {

        /**
         * There is an answer to the latest question.
         *
         * @param fresh false where it is the same question as before, because the contacts changed
         */
        void answered(boolean fresh);

        /** More rows of the same answer are here. */
        void moreRows();
    }

    private final Supplier<@Nullable DirectoryService> directory;
    private final Executor display;
    private final Listener listener;
    private String text = "";
    private SearchQuery.Scope scope = SearchQuery.Scope.ALL;
    private Found found = new Found("", SearchQuery.Scope.ALL);
    private int question;
    private boolean answered;
    private boolean fetching;
    private int first;
    private int last;
    private int failures;

    Search(Supplier<@Nullable DirectoryService> directory, Executor display, Listener listener) {
        this.directory = directory;
        this.display = display;
        this.listener = listener;
    }

    /** Looks for this from now on. */
    void ask(String wanted, SearchQuery.Scope among) {
        text = wanted;
        scope = among;
        failures = 0;
        begin();
    }

    /** Asks the same again. */
    void refresh() {
        failures = 0;
        begin();
    }

    /** What is shown now; it may still be the answer to an earlier question. */
    Found found() {
        return found;
    }

    /** Whether what was found is for what is looked for. */
    boolean isAnswered() {
        return answered;
    }

    String text() {
        return text;
    }

    SearchQuery.Scope scope() {
        return scope;
    }

    /** These rows are on the screen: what is missing of them is fetched, one page after the other. */
    void need(int from, int to) {
        first = from;
        last = to;
        fetch();
    }

    private boolean listsFavourites() {
        return scope == SearchQuery.Scope.FAVOURITES && text.isBlank();
    }

    private void begin() {
        int mine = ++question;
        fetching = false;
        answered = answered && found.isFor(listsFavourites() ? "" : text, scope);
        DirectoryService service = directory.get();
        if (service == null) {
            take(new Found(text, scope));
        } else if (listsFavourites()) {
            when(service.favourites(), mine, contacts -> take(Found.favourites(contacts)), this::begin);
        } else {
            when(service.search(query(0)), mine, result -> take(Found.of(result)), this::begin);
        }
    }

    private SearchQuery query(int page) {
        return new SearchQuery(text, scope, page * Found.PAGE, Found.PAGE);
    }

    private void take(Found now) {
        boolean fresh = !answered || !found.isFor(listsFavourites() ? "" : text, scope);
        if (!fresh && !listsFavourites()) {
            now.keep(found);
        }
        found = now;
        answered = true;
        listener.answered(fresh);
    }

    private void fetch() {
        int page = fetching || !answered ? -1 : found.missing(first, last);
        DirectoryService service = directory.get();
        if (page < 0 || service == null || listsFavourites()) {
            return;
        }
        fetching = true;
        Consumer<SearchResult> put = result -> {
            fetching = false;
            found.put(result);
            listener.moreRows();
            fetch();
        };
        when(service.search(query(page)), question, put, () -> {
            fetching = false;
            fetch();
        });
    }

    private <T> void when(CompletableFuture<T> answer, int mine, Consumer<T> then, Runnable again) {
        answer.whenComplete((value, failure) -> display.execute(() -> {
            if (mine != question) {
                return; // nobody asks that any more
            }
            if (failure == null) {
                failures = 0;
                then.accept(value);
            } else {
                failed(failure, again);
            }
        }));
    }

    private void failed(Throwable failure, Runnable again) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        boolean cancelled = cause instanceof CancellationException;
        if (!cancelled) {
            LOG.warn("The directory cannot be searched", cause);
        }
        if (cancelled && ++failures < ATTEMPTS) {
            again.run();
        } else if (!answered) {
            take(new Found(text, scope));
        }
    }
}
