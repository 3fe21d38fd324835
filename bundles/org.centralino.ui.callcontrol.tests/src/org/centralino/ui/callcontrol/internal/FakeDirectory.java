/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.callcontrol.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.centralino.directory.Contact;
import org.centralino.directory.ContactId;
import org.centralino.directory.DirectoryService;
import org.centralino.directory.Kind;
import org.centralino.directory.Match;
import org.centralino.directory.Phone;
import org.centralino.directory.SearchQuery;
import org.centralino.directory.SearchResult;
import org.centralino.directory.SourceStatus;
import org.centralino.directory.source.SourceSettings;
import org.eclipse.jdt.annotation.Nullable;

/** A directory that knows whom it was told, and answers at once or when it is told to. */
final class FakeDirectory implements DirectoryService {

    private static final Pattern EXCHANGE = Pattern.compile("^sip:(.*)@example\\.test$");

    final Map<String, Contact> byNumber = new LinkedHashMap<>();
    final List<String> asked = new ArrayList<>();
    final Queue<@Nullable Runnable> answers = new ArrayDeque<>();
    boolean slow;
    boolean broken;

    static Contact internal(String name, String department, String... numbers) {
        return contact(Kind.INTERNAL, name, "Our company", department, numbers);
    }

    static Contact external(String name, String organisation, String... numbers) {
        return contact(Kind.EXTERNAL, name, organisation, "", numbers);
    }

    private static Contact contact(Kind kind, String name, String organisation, String department, String... numbers) {
        List<Phone> phones = new ArrayList<>();
        for (String number : numbers) {
            phones.add(new Phone(number, Phone.Type.WORK));
        }
        return new Contact(
                new ContactId("test", name),
                kind,
                name,
                "",
                "",
                organisation,
                department,
                "",
                phones,
                List.of(),
                List.of(),
                "",
                null,
                false);
    }

    void add(Contact contact) {
        contact.phones().forEach(phone -> byNumber.put(phone.number(), contact));
    }

    /** Gives the answers that were held back, and those asked for because of them. */
    void answer() {
        for (Runnable answer = answers.poll(); answer != null; answer = answers.poll()) {
            answer.run();
        }
    }

    private <T> CompletableFuture<T> soon(T answer) {
        CompletableFuture<T> future = new CompletableFuture<>();
        if (broken) {
            future.completeExceptionally(new IllegalStateException("the index is gone"));
        } else if (slow) {
            answers.add(() -> future.complete(answer));
        } else {
            future.complete(answer);
        }
        return future;
    }

    @Override
    public CompletableFuture<Optional<Contact>> byNumber(String number) {
        asked.add(number);
        String here = EXCHANGE.matcher(number).replaceFirst("$1");
        return soon(Optional.ofNullable(byNumber.getOrDefault(number, byNumber.get(here))));
    }

    @Override
    public CompletableFuture<SearchResult> search(SearchQuery query) {
        asked.add(query.text());
        String text = query.text().toLowerCase(Locale.ROOT);
        List<Match> matches = byNumber.values().stream()
                .distinct()
                .filter(contact -> contact.name().toLowerCase(Locale.ROOT).contains(text))
                .map(contact -> new Match(
                        contact,
                        Match.How.PREFIX,
                        List.of(),
                        contact.phones().get(0).number(),
                        false))
                .toList();
        return soon(new SearchResult(query, matches, matches.size(), true));
    }

    @Override
    public void exchange(Set<String> hosts) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void use(String user, String country, List<SourceSettings> sources, List<String> favourites) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletableFuture<Optional<Contact>> contact(ContactId id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletableFuture<Optional<byte[]>> photo(ContactId id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletableFuture<List<Contact>> favourites() {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletableFuture<Void> pin(ContactId id, int place) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletableFuture<Void> unpin(ContactId id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletableFuture<Contact> save(Contact contact) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletableFuture<Void> delete(ContactId id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void called(String number) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<SourceStatus> sources() {
        return List.of();
    }

    @Override
    public void refresh(String source) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void cancel(String source) {
        throw new UnsupportedOperationException();
    }
}
