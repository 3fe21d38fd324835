/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.directory.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
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

/** A directory of people in memory that finds names by their beginnings and numbers by their ends. */
final class FakeDirectory implements DirectoryService {

    /** A search that is not answered yet. */
    record Asked(SearchQuery query, CompletableFuture<SearchResult> answer) {}

    final List<Contact> people = new ArrayList<>();
    final List<ContactId> pinned = new ArrayList<>();
    final List<String> commands = new ArrayList<>();
    final List<SearchQuery> queries = new ArrayList<>();
    final List<Asked> held = new ArrayList<>();
    List<SourceStatus> sources = List.of();
    boolean holding;

    static Contact person(String name, Kind kind, String where, Phone... phones) {
        boolean internal = kind == Kind.INTERNAL;
        return new Contact(
                new ContactId("test", name),
                kind,
                name,
                "",
                "",
                internal ? "" : where,
                internal ? where : "",
                "",
                List.of(phones),
                List.of(),
                List.of(),
                "",
                null,
                false);
    }

    static Contact colleague(String name, String number) {
        return person(name, Kind.INTERNAL, "Acquisti", new Phone(number, Phone.Type.INTERNAL));
    }

    /** Answers what was held, the oldest first. */
    void answer() {
        List<Asked> now = List.copyOf(held);
        held.clear();
        now.forEach(asked -> asked.answer.complete(find(asked.query)));
    }

    SearchResult find(SearchQuery query) {
        String text = query.text().strip().toLowerCase(Locale.ROOT);
        List<Match> all = new ArrayList<>();
        for (Contact contact : people) {
            boolean favourite = pinned.contains(contact.id());
            boolean among = switch (query.scope()) {
                case ALL -> true;
                case FAVOURITES -> favourite;
                case INTERNAL -> contact.kind() == Kind.INTERNAL;
                case EXTERNAL -> contact.kind() == Kind.EXTERNAL;
            };
            Match match = among ? match(contact, text, favourite) : null;
            if (match != null) {
                all.add(match);
            }
        }
        int from = Math.min(query.offset(), all.size());
        int to = Math.min(from + query.limit(), all.size());
        return new SearchResult(query, all.subList(from, to), all.size(), true);
    }

    private static @org.eclipse.jdt.annotation.Nullable Match match(Contact contact, String text, boolean favourite) {
        Phone standard = contact.defaultPhone();
        String number = standard == null ? "" : standard.number();
        if (text.isEmpty()) {
            return new Match(contact, Match.How.LISTED, List.of(), number, favourite);
        }
        int at = (" " + contact.name().toLowerCase(Locale.ROOT)).indexOf(" " + text);
        if (at >= 0) {
            List<Match.Span> spans = List.of(new Match.Span(at, at + text.length()));
            return new Match(contact, Match.How.PREFIX, spans, number, favourite);
        }
        for (Phone phone : contact.phones()) {
            if (phone.number().replace(" ", "").endsWith(text)) {
                return new Match(contact, Match.How.NUMBER, List.of(), phone.number(), favourite);
            }
        }
        return null;
    }

    @Override
    public void exchange(Set<String> hosts) {
        commands.add("exchange " + hosts);
    }

    @Override
    public void use(String user, String country, List<SourceSettings> settings, List<String> favourites) {
        commands.add("use " + user);
    }

    @Override
    public CompletableFuture<SearchResult> search(SearchQuery query) {
        queries.add(query);
        if (holding) {
            CompletableFuture<SearchResult> answer = new CompletableFuture<>();
            held.add(new Asked(query, answer));
            return answer;
        }
        return CompletableFuture.completedFuture(find(query));
    }

    @Override
    public CompletableFuture<Optional<Contact>> contact(ContactId id) {
        return CompletableFuture.completedFuture(
                people.stream().filter(c -> c.id().equals(id)).findFirst());
    }

    @Override
    public CompletableFuture<Optional<Contact>> byNumber(String number) {
        return CompletableFuture.completedFuture(Optional.empty());
    }

    @Override
    public CompletableFuture<Optional<byte[]>> photo(ContactId id) {
        return CompletableFuture.completedFuture(Optional.empty());
    }

    @Override
    public CompletableFuture<List<Contact>> favourites() {
        return CompletableFuture.completedFuture(pinned.stream()
                .flatMap(id -> people.stream().filter(c -> c.id().equals(id)))
                .toList());
    }

    @Override
    public CompletableFuture<Void> pin(ContactId id, int place) {
        commands.add("pin " + id.key() + " " + (place == Integer.MAX_VALUE ? "last" : place));
        pinned.remove(id);
        pinned.add(Math.min(place, pinned.size()), id);
        return CompletableFuture.runAsync(() -> {}, Runnable::run);
    }

    @Override
    public CompletableFuture<Void> unpin(ContactId id) {
        commands.add("unpin " + id.key());
        pinned.remove(id);
        return CompletableFuture.runAsync(() -> {}, Runnable::run);
    }

    @Override
    public CompletableFuture<Contact> save(Contact contact) {
        return CompletableFuture.completedFuture(contact);
    }

    @Override
    public CompletableFuture<Void> delete(ContactId id) {
        return CompletableFuture.runAsync(() -> {}, Runnable::run);
    }

    @Override
    public void called(String number) {
        commands.add("called " + number);
    }

    @Override
    public List<SourceStatus> sources() {
        return sources;
    }

    @Override
    public void refresh(String source) {
        commands.add("refresh " + source);
    }

    @Override
    public void cancel(String source) {
        commands.add("cancel " + source);
    }
}
