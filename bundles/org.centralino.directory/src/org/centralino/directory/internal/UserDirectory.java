/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.centralino.directory.Contact;
import org.centralino.directory.ContactId;
import org.centralino.directory.Match;
import org.centralino.directory.SearchQuery;
import org.centralino.directory.SearchResult;
import org.centralino.directory.SourceStatus;
import org.centralino.directory.internal.index.Catalogue;
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
    private final Path folder;
    private final String country;
    private final Numbers numbers;
    private final Own own;
    private volatile List<SourceRunner> runners = List.of();
    private volatile boolean closed;

    // Of the thread of the directory.
    private final Map<String, Copy> copies = new TreeMap<>();
    private @Nullable Catalogue catalogue;
    private List<String> seeds = List.of();

    UserDirectory(String user, String country, Surroundings around) {
        this.around = around;
        this.country = country;
        threads = around.threads();
        folder = around.folder().resolve(name(user));
        numbers = new Numbers(country);
        own = new Own(folder, numbers, threads);
        threads.run(this::openOwn);
    }

    private static String name(String id) {
        return UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private void openOwn() {
        try {
            Copy copy = own.open();
            if (copy != null) {
                copies.put(ContactId.LOCAL, copy);
            }
            assemble();
        } catch (IOException e) {
            LOG.error("The user's own contacts cannot be searched", e);
        }
    }

    /** Makes these the sources; those with the same settings go on. */
    synchronized void use(List<SourceSettings> settings, List<String> favourites) {
        Map<String, @Nullable SourceRunner> before = new LinkedHashMap<>();
        List<SourceRunner> present = runners;
        present.forEach(runner -> before.put(runner.settings().id(), runner));
        Map<String, SourceRunner> after = new LinkedHashMap<>();
        List<SourceRunner> begun = new ArrayList<>();
        for (SourceSettings wanted : settings) {
            if (after.containsKey(wanted.id())) {
                LOG.warn("{} is left out: there is another source of this id", wanted);
                continue;
            }
            SourceRunner runner = before.get(wanted.id());
            if (runner == null || !runner.settings().equals(wanted)) {
                runner = runner(wanted);
                begun.add(runner);
            }
            after.put(wanted.id(), runner);
        }
        runners = List.copyOf(after.values());
        List<SourceRunner> ended =
                present.stream().filter(runner -> !after.containsValue(runner)).toList();
        ended.forEach(SourceRunner::stop);
        threads.run(() -> {
            seeds = List.copyOf(favourites);
            exchange(ended, begun, after.keySet());
        });
    }

    private SourceRunner runner(SourceSettings settings) {
        return new SourceRunner(
                settings,
                around.labels().apply(settings),
                new SourceIndex(settings.id(), sourceFolders().resolve(name(settings.id()))),
                numbers,
                country,
                around.sources(),
                threads.timer(),
                around.times(),
                this);
    }

    private Path sourceFolders() {
        return folder.resolve("sources");
    }

    private void exchange(List<SourceRunner> ended, List<SourceRunner> begun, Set<String> ids) {
        List<Copy> old = new ArrayList<>();
        for (SourceRunner runner : ended) {
            Optional.ofNullable(copies.remove(runner.settings().id())).ifPresent(old::add);
        }
        Map<SourceRunner, @Nullable Copy> opened = new LinkedHashMap<>();
        for (SourceRunner runner : begun) {
            Copy copy = runner.index().open();
            opened.put(runner, copy);
            if (copy != null) {
                copies.put(copy.source(), copy);
            }
        }
        assemble();
        old.forEach(UserDirectory::close);
        opened.forEach(SourceRunner::start);
        around.news().contactsChanged();
        // Whoever calls first is not to wait until numbers are understood.
        threads.disk(() -> numbers.keys("+390612345678"));
        Set<String> kept = ids.stream().map(UserDirectory::name).collect(Collectors.toSet());
        threads.disk(() -> {
            forget(kept);
            return true;
        });
    }

    /** Deletes copies of sources that are not used any more. */
    private void forget(Set<String> kept) throws IOException {
        if (Files.isDirectory(sourceFolders())) {
            try (Stream<Path> all = Files.list(sourceFolders())) {
                all.filter(path -> !kept.contains(String.valueOf(path.getFileName())))
                        .forEach(SourceIndex::delete);
            }
        }
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
                    close(copy);
                    return false;
                });
    }

    private void take(SourceRunner runner, Copy copy, boolean changed) {
        if (closed || !runners.contains(runner)) {
            close(copy);
            return;
        }
        Optional<Copy> old = Optional.ofNullable(copies.put(copy.source(), copy));
        assemble();
        old.ifPresent(UserDirectory::close);
        if (changed) {
            around.news().contactsChanged();
        }
    }

    private void assemble() {
        try {
            Catalogue assembled = new Catalogue(copies.values());
            own.lead(assembled);
            catalogue = assembled;
            seed(assembled);
        } catch (IOException | RuntimeException e) {
            LOG.error("The copies of the sources cannot be searched together", e);
            suspect();
        }
    }

    private void seed(Catalogue assembled) throws IOException {
        boolean pinned = false;
        for (String text : own.unseeded(seeds)) {
            ContactId found = meant(assembled, text);
            if (found != null) {
                own.seed(text, found);
                pinned = true;
            }
        }
        if (pinned) {
            own.lead(assembled);
            around.news().contactsChanged();
        }
    }

    private @Nullable ContactId meant(Catalogue assembled, String text) throws IOException {
        List<Contact> numbered = assembled.byNumber(numbers.keys(text));
        if (!numbered.isEmpty()) {
            return numbered.get(0).id();
        }
        List<Match> named = Search.run(assembled, new SearchQuery(text, SearchQuery.Scope.ALL, 0, 1), numbers)
                .matches();
        return !named.isEmpty() && named.get(0).how() == Match.How.EXACT
                ? named.get(0).contact().id()
                : null;
    }

    /** On the thread of the directory, as all that follow. */
    SearchResult search(SearchQuery query) throws IOException {
        return asking(present -> Search.run(present, query, numbers), new SearchResult(query, List.of(), 0, true));
    }

    Optional<Contact> contact(ContactId id) throws IOException {
        return asking(present -> optional(present.contact(id)), Optional.empty());
    }

    Optional<Contact> byNumber(String number, Exchange exchange) throws IOException {
        return asking(
                present -> {
                    List<Contact> found = present.byNumber(numbers.keysOfCaller(number, exchange));
                    for (Contact contact : found) {
                        if (present.leads(contact.id())) {
                            return Optional.of(contact);
                        }
                    }
                    return found.stream().min(Comparator.comparing(Contact::kind));
                },
                Optional.empty());
    }

    /** @return how to read it, for the thread that may wait */
    Photo photo(ContactId id) throws IOException {
        String name = asking(present -> present.photo(id), "");
        for (SourceRunner runner : runners) {
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
        return asking(
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
        leadAgain();
        return written;
    }

    CompletableFuture<Void> unpin(ContactId id) {
        CompletableFuture<Void> written = own.unpin(id);
        leadAgain();
        return written;
    }

    CompletableFuture<Contact> save(Contact contact) throws IOException {
        Contact prepared = own(contact.id()) ? own.prepared(contact) : null;
        if (prepared == null) {
            throw new IllegalArgumentException(own(contact.id()) ? Messages.problemNoName : Messages.problemOwn);
        }
        exchange(own.save(prepared));
        return own.writeContacts().thenApply(written -> prepared);
    }

    CompletableFuture<Void> delete(ContactId id) throws IOException {
        if (!own(id)) {
            throw new IllegalArgumentException(Messages.problemOwn);
        }
        if (own.isPinned(id)) {
            own.unpin(id);
        }
        exchange(own.delete(id));
        return own.writeContacts();
    }

    void called(String number, Exchange exchange) {
        own.called(number, exchange);
        leadAgain();
    }

    private static boolean own(ContactId id) {
        return id.source().equals(ContactId.LOCAL);
    }

    private void exchange(Copy copy) {
        Optional<Copy> old = Optional.ofNullable(copies.put(ContactId.LOCAL, copy));
        assemble();
        old.ifPresent(UserDirectory::close);
        around.news().sourceChanged(own.status());
        around.news().contactsChanged();
    }

    private void leadAgain() {
        Catalogue present = catalogue;
        if (present != null) {
            try {
                own.lead(present);
            } catch (IOException | RuntimeException e) {
                LOG.error("Who leads cannot be found", e);
                suspect();
            }
        }
        around.news().contactsChanged();
    }

    private static <T> Optional<T> optional(@Nullable T value) {
        return value == null ? Optional.empty() : Optional.of(value);
    }

    private interface Question<T> {
        T ask(Catalogue present) throws IOException;
    }

    private <T> T asking(Question<T> question, T otherwise) throws IOException {
        Catalogue present = catalogue;
        if (present == null) {
            return otherwise;
        }
        try {
            return question.ask(present);
        } catch (IOException | RuntimeException | InternalError | AssertionError e) {
            suspect();
            throw e;
        }
    }

    /** Something could not be read: which copy is damaged is found out beside the work. */
    private void suspect() {
        List<SourceRunner> present = runners;
        for (SourceRunner runner : present) {
            Optional.ofNullable(copies.get(runner.settings().id()))
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
        if (copies.remove(copy.source(), copy)) {
            assemble();
            close(copy);
            runner.index().discard();
            runner.lost();
            around.news().contactsChanged();
        }
    }

    List<SourceStatus> sources() {
        List<SourceStatus> statuses =
                new ArrayList<>(runners.stream().map(SourceRunner::status).toList());
        statuses.add(own.status());
        return statuses;
    }

    void refresh(String source) {
        with(source, SourceRunner::readAgain);
    }

    void cancel(String source) {
        with(source, SourceRunner::cancel);
    }

    void serviceCame() {
        runners.forEach(SourceRunner::serviceCame);
    }

    private void with(String source, Consumer<SourceRunner> order) {
        runners.stream().filter(runner -> runner.settings().id().equals(source)).forEach(order);
    }

    /** Ends everything, soon; no source is waited for. */
    synchronized void close() {
        closed = true;
        runners.forEach(SourceRunner::stop);
        threads.run(() -> {
            catalogue = null;
            copies.values().forEach(UserDirectory::close);
            copies.clear();
        });
    }

    private static void close(Copy copy) {
        try {
            copy.close();
        } catch (IOException e) {
            LOG.warn("A copy of {} could not be closed", copy.source(), e);
        }
    }
}
