/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.history.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.centralino.directory.Contact;
import org.centralino.directory.ContactId;
import org.centralino.directory.DirectoryService;
import org.centralino.directory.Kind;
import org.centralino.directory.SearchQuery;
import org.centralino.directory.SearchResult;
import org.centralino.directory.SourceStatus;
import org.centralino.directory.source.SourceSettings;
import org.eclipse.jdt.annotation.Nullable;

/** A directory that knows a few numbers, or keeps whoever asks waiting. */
final class FakeDirectory implements DirectoryService {

    final List<String> called = new CopyOnWriteArrayList<>();
    final Map<String, @Nullable Contact> known = new HashMap<>();

    @Nullable
    CompletableFuture<Optional<Contact>> pending;

    static Contact contact(String key, String name) {
        return new Contact(
                new ContactId("ldap", key),
                Kind.INTERNAL,
                name,
                "",
                "",
                "",
                "",
                "",
                List.of(),
                List.of(),
                List.of(),
                "",
                null,
                false);
    }

    @Override
    public CompletableFuture<Optional<Contact>> byNumber(String number) {
        CompletableFuture<Optional<Contact>> later = pending;
        Contact contact = known.get(number);
        return later != null
                ? later
                : CompletableFuture.completedFuture(contact == null ? Optional.empty() : Optional.of(contact));
    }

    @Override
    public void called(String number) {
        called.add(number);
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
    public CompletableFuture<SearchResult> search(SearchQuery query) {
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
