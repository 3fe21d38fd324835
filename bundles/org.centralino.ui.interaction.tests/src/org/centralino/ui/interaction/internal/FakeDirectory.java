/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.interaction.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.centralino.directory.Contact;
import org.centralino.directory.ContactId;
import org.centralino.directory.DirectoryService;
import org.centralino.directory.SearchQuery;
import org.centralino.directory.SearchResult;
import org.centralino.directory.SourceStatus;
import org.centralino.directory.source.SourceSettings;
import org.eclipse.jdt.annotation.Nullable;

/** A directory in memory that can be slow, and can fail. */
final class FakeDirectory implements DirectoryService {

    final Map<ContactId, Contact> people = new LinkedHashMap<>();
    final Map<ContactId, byte[]> photos = new LinkedHashMap<>();
    final List<ContactId> pinned = new ArrayList<>();
    final List<SourceStatus> sources = new ArrayList<>();
    final List<Runnable> late = new ArrayList<>();
    boolean slow;
    boolean fails;
    private int keys;

    @Override
    public CompletableFuture<Optional<Contact>> contact(ContactId id) {
        return answer(Optional.ofNullable(people.get(id)));
    }

    @Override
    public CompletableFuture<Optional<byte[]>> photo(ContactId id) {
        return answer(Optional.ofNullable(photos.get(id)));
    }

    @Override
    public CompletableFuture<List<Contact>> favourites() {
        return answer(pinned.stream().map(people::get).toList());
    }

    @Override
    public CompletableFuture<Void> pin(ContactId id, int place) {
        if (!fails) {
            pinned.remove(id);
            pinned.add(Math.min(place, pinned.size()), id);
        }
        return answer(null);
    }

    @Override
    public CompletableFuture<Void> unpin(ContactId id) {
        if (!fails) {
            pinned.remove(id);
        }
        return answer(null);
    }

    @Override
    public CompletableFuture<Contact> save(Contact contact) {
        ContactId id = contact.id().key().isEmpty() ? new ContactId(ContactId.LOCAL, "new-" + ++keys) : contact.id();
        Contact kept = new Contact(
                id,
                contact.kind(),
                contact.name(),
                contact.givenName(),
                contact.familyName(),
                contact.organisation(),
                contact.department(),
                contact.title(),
                contact.phones(),
                contact.emails(),
                contact.addresses(),
                contact.note(),
                contact.web(),
                contact.hasPhoto());
        if (!fails) {
            people.put(id, kept);
        }
        return answer(kept);
    }

    @Override
    public CompletableFuture<Void> delete(ContactId id) {
        if (!fails) {
            people.remove(id);
            pinned.remove(id);
        }
        return answer(null);
    }

    @Override
    public List<SourceStatus> sources() {
        return List.copyOf(sources);
    }

    /** Gives the answers that were kept back, the last one first. */
    void answerLate() {
        List<Runnable> all = new ArrayList<>(late);
        late.clear();
        all.reversed().forEach(Runnable::run);
    }

    private <T> CompletableFuture<T> answer(@Nullable T value) {
        CompletableFuture<T> future = new CompletableFuture<>();
        Runnable answer = fails
                ? () -> future.completeExceptionally(new IllegalStateException("meant to fail"))
                : () -> future.complete(value);
        if (slow) {
            late.add(answer);
        } else {
            answer.run();
        }
        return future;
    }

    @Override
    public void exchange(Set<String> hosts) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void use(String user, String country, List<SourceSettings> all, List<String> favourites) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletableFuture<SearchResult> search(SearchQuery query) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletableFuture<Optional<Contact>> byNumber(String number) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void called(String number) {
        throw new UnsupportedOperationException();
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
