/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.centralino.directory.Contact;
import org.centralino.directory.ContactId;
import org.centralino.directory.SearchQuery;
import org.centralino.directory.SearchResult;
import org.centralino.directory.SourceStatus;
import org.centralino.directory.internal.index.Copy;
import org.centralino.directory.internal.index.Search;
import org.centralino.directory.internal.index.SourceIndex;
import org.centralino.directory.internal.load.SourceRunner;
import org.centralino.directory.internal.text.Exchange;
import org.centralino.directory.internal.text.Numbers;
import org.centralino.directory.source.DirectorySource;
import org.centralino.directory.source.SourceSettings;
import org.eclipse.jdt.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The directory of one user in one country. Sources run by themselves; their copies, and all that is searched, belong to the
 * thread of the directory.
 */
final class UserDirectory implements SourceRunner.Outcome {

    /** What it needs of its surroundings. */
    record Surroundings(
            Path folder,
            Threads threads,
            News news,
            Function<String, @Nullable DirectorySource> sources,
            Function<SourceSettings, String> labels,
            SourceRunner.Times times) {}

    private static final Logger LOG = LoggerFactory.getLogger(UserDirectory.class);

    private final Surroundings around;
    private final Threads threads;
    private final String country;
    private final Numbers numbers;
    private final Own own;
    private final Sources sources;
    private volatile boolean closed;

    // Of the thread of the directory.
    private final Seeds seeds;
    private final Copies copies;

    UserDirectory(String user, String country, Surroundings around) {
        this.around = around;
        this.country = country;
        threads = around.threads();
        Path folder = around.folder().resolve(Sources.fileName(user));
        numbers = new Numbers(country);
        own = new Own(folder, numbers, threads);
        sources = new Sources(folder.resolve("sources"), this::runner);
        seeds = new Seeds(own, numbers);
        copies = new Copies(own, seeds, around.news(), this::suspect);
        threads.run(this::openOwn);
    }

    private void openOwn() {
        try {
            Copy copy = own.open();
            copies.exchange(List.of(), copy == null ? List.of() : List.of(copy));
        } catch (IOException e) {
            LOG.error("The user's own contacts cannot be searched", e);
        }
    }

    /** Makes these the sources; those with the same settings go on. */
    synchronized void use(List<SourceSettings> settings, List<String> favourites) {
        Sources.Change change = sources.use(settings);
        threads.run(() -> {
            seeds.use(favourites);
            exchange(change);
        });
    }

    private SourceRunner runner(SourceSettings settings, SourceIndex index) {
        return new SourceRunner(
                settings,
                around.labels().apply(settings),
                index,
                numbers,
                country,
                around.sources(),
                threads.timer(),
                around.times(),
                this);
    }

    private void exchange(Sources.Change change) {
        List<String> gone =
                change.ended().stream().map(runner -> runner.settings().id()).toList();
        Map<SourceRunner, @Nullable Copy> opened = new LinkedHashMap<>();
        List<Copy> come = new ArrayList<>();
        for (SourceRunner runner : change.begun()) {
            Copy copy = runner.index().open();
            opened.put(runner, copy);
            if (copy != null) {
                come.add(copy);
            }
        }
        copies.exchange(gone, come);
        opened.forEach(SourceRunner::start);
        around.news().contactsChanged();
        // Whoever calls first is not to wait until numbers are understood.
        threads.disk(() -> numbers.keys("+390612345678"));
        threads.disk(() -> {
            sources.forgetOthers(change.ids());
            return true;
        });
    }

    @Override
    public void status(SourceStatus status) {
        around.news().sourceChanged(status);
    }

    @Override
    public void copy(SourceRunner runner, Copy copy, boolean changed) {
        threads.work(() -> {
                    take(runner, copy, changed);
                    return true;
                })
                .exceptionally(failure -> {
                    Copies.close(copy);
                    return false;
                });
    }

    private void take(SourceRunner runner, Copy copy, boolean changed) {
        if (closed || !sources.running().contains(runner)) {
            Copies.close(copy);
            return;
        }
        copies.put(copy);
        if (changed) {
            around.news().contactsChanged();
        }
    }

    /** On the thread of the directory, as all that follow. */
    SearchResult search(SearchQuery query) throws IOException {
        return copies.ask(present -> Search.run(present, query, numbers), new SearchResult(query, List.of(), 0, true));
    }

    Optional<Contact> contact(ContactId id) throws IOException {
        return copies.ask(present -> optional(present.contact(id)), Optional.empty());
    }

    Optional<Contact> byNumber(String number, Exchange exchange) throws IOException {
        return copies.ask(present -> present.caller(numbers.keysOfCaller(number, exchange)), Optional.empty());
    }

    /** @return how to read it, for the thread that may wait */
    Photo photo(ContactId id) throws IOException {
        String name = copies.ask(present -> present.photo(id), "");
        for (SourceRunner runner : sources.running()) {
            if (!name.isEmpty() && runner.settings().id().equals(id.source())) {
                return () -> optional(runner.index().photos().read(name));
            }
        }
        return Optional::empty;
    }

    interface Photo {
        Optional<byte[]> read() throws IOException;
    }

    List<Contact> favourites() throws IOException {
        return copies.ask(
                present -> {
                    List<Contact> found = new ArrayList<>();
                    for (ContactId id : own.favourites()) {
                        Contact contact = present.contact(id);
                        if (contact != null) {
                            found.add(contact);
                        }
                    }
                    return found;
                },
                List.of());
    }

    CompletableFuture<Void> pin(ContactId id, int place) {
        CompletableFuture<Void> written = own.pin(id, place);
        led();
        return written;
    }

    CompletableFuture<Void> unpin(ContactId id) {
        CompletableFuture<Void> written = own.unpin(id);
        led();
        return written;
    }

    CompletableFuture<Contact> save(Contact contact) throws IOException {
        Contact prepared = own.prepared(contact);
        exchange(own.save(prepared));
        return own.writeContacts().thenApply(written -> prepared);
    }

    CompletableFuture<Void> delete(ContactId id) throws IOException {
        exchange(own.delete(id));
        return own.writeContacts();
    }

    void called(String number, Exchange exchange) {
        own.called(number, exchange);
        led();
    }

    private void exchange(Copy copy) {
        copies.put(copy);
        around.news().sourceChanged(own.status());
        around.news().contactsChanged();
    }

    /** Others may lead now. */
    private void led() {
        copies.leadAgain();
        around.news().contactsChanged();
    }

    private static <T> Optional<T> optional(@Nullable T value) {
        return value == null ? Optional.empty() : Optional.of(value);
    }

    /** Something could not be read: which copy is damaged is found out beside the work. */
    private void suspect() {
        for (SourceRunner runner : sources.running()) {
            copies.of(runner.settings().id())
                    .ifPresent(copy -> threads.disk(() -> {
                        check(runner, copy);
                        return true;
                    }));
        }
    }

    private void check(SourceRunner runner, Copy copy) {
        try {
            copy.check();
        } catch (IOException | RuntimeException | InternalError e) {
            LOG.warn("The copy of {} is damaged; it is thrown away and read anew", runner.settings(), e);
            threads.run(() -> lose(runner, copy));
        }
    }

    private void lose(SourceRunner runner, Copy copy) {
        if (copies.drop(copy)) {
            runner.index().discard();
            runner.lost();
            around.news().contactsChanged();
        }
    }

    List<SourceStatus> sources() {
        List<SourceStatus> statuses = new ArrayList<>(sources.statuses());
        statuses.add(own.status());
        return statuses;
    }

    void refresh(String source) {
        sources.with(source, SourceRunner::readAgain);
    }

    void cancel(String source) {
        sources.with(source, SourceRunner::cancel);
    }

    void serviceCame() {
        sources.serviceCame();
    }

    /** Ends everything, soon; no source is waited for. */
    synchronized void close() {
        closed = true;
        sources.stop();
        threads.run(copies::close);
    }
}
