/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.centralino.directory.Contact;
import org.centralino.directory.ContactId;
import org.centralino.directory.Kind;
import org.centralino.directory.SourceStatus;
import org.centralino.directory.internal.index.Catalogue;
import org.centralino.directory.internal.index.Copy;
import org.centralino.directory.internal.index.LocalIndex;
import org.centralino.directory.internal.load.Cleaner;
import org.centralino.directory.internal.own.CallCounts;
import org.centralino.directory.internal.own.Favourites;
import org.centralino.directory.internal.own.LocalContacts;
import org.centralino.directory.internal.text.Exchange;
import org.centralino.directory.internal.text.Numbers;
import org.eclipse.jdt.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is the user's own: contacts, favourites, how often whom was called. Used on the thread of the directory; what is promised
 * to be kept is written on the other before its future completes.
 */
final class Own {

    private static final Logger LOG = LoggerFactory.getLogger(Own.class);

    /** So many numbers called often are looked at; who has none of them does not lead. */
    private static final int LEADERS = 200;

    private final Threads threads;
    private final Numbers numbers;
    private final Favourites favourites;
    private final CallCounts counts;
    private final LocalContacts contacts;
    private final LocalIndex index;
    private volatile int size;

    Own(Path folder, Numbers numbers, Threads threads) {
        this.threads = threads;
        this.numbers = numbers;
        favourites = new Favourites(folder);
        counts = new CallCounts(folder);
        contacts = new LocalContacts(folder);
        index = new LocalIndex(numbers);
    }

    /** Reads everything. @return the own contacts to search in; null where there are none, which opens the sooner */
    @Nullable
    Copy open() throws IOException {
        favourites.read();
        counts.read();
        contacts.read(contact -> contact == null ? null : clean(contact));
        size = contacts.all().size();
        return contacts.all().isEmpty() ? null : index.all(contacts.all());
    }

    List<ContactId> favourites() {
        return favourites.pinned();
    }

    void lead(Catalogue catalogue) throws IOException {
        catalogue.lead(favourites.pinned(), counts.oftenest(today(), LEADERS));
    }

    SourceStatus status() {
        return new SourceStatus(
                ContactId.LOCAL,
                Messages.local,
                Kind.EXTERNAL,
                SourceStatus.State.READY,
                size,
                Instant.now(),
                0,
                -1,
                null,
                List.of());
    }

    CompletableFuture<Void> pin(ContactId id, int place) {
        favourites.pin(id, place);
        return writeFavourites();
    }

    CompletableFuture<Void> unpin(ContactId id) {
        favourites.unpin(id);
        return writeFavourites();
    }

    List<String> unseeded(List<String> profile) {
        return favourites.unseeded(profile);
    }

    void seed(String text, ContactId id) {
        favourites.seed(text, id);
        writeFavourites().whenComplete((written, failure) -> {
            if (failure != null) {
                LOG.error("Favourites of the profile could not be kept", failure);
            }
        });
    }

    void called(String number, Exchange exchange) {
        Set<String> keys = numbers.keysOfCaller(number, exchange);
        if (!keys.isEmpty()) {
            counts.called(keys.iterator().next(), today());
            ObjectNode content = counts.content();
            write(() -> counts.write(content)).whenComplete((written, failure) -> {
                if (failure != null) {
                    LOG.error("A call could not be counted", failure);
                }
            });
        }
    }

    /**
     * What the contact becomes when it is saved, with a key.
     *
     * @throws IllegalArgumentException in words for people, where it is somebody else's or nothing of it is usable
     */
    Contact prepared(Contact contact) {
        requireOwn(contact.id());
        String key = contact.id().key();
        ContactId id =
                key.isEmpty() ? new ContactId(ContactId.LOCAL, UUID.randomUUID().toString()) : contact.id();
        Contact cleaned = clean(new Contact(
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
                false));
        if (cleaned == null) {
            throw new IllegalArgumentException(Messages.problemNoName);
        }
        return cleaned;
    }

    private static void requireOwn(ContactId id) {
        if (!id.source().equals(ContactId.LOCAL)) {
            throw new IllegalArgumentException(Messages.problemOwn);
        }
    }

    Copy save(Contact contact) throws IOException {
        contacts.put(contact);
        size = contacts.all().size();
        return index.change(List.of(contact), List.of());
    }

    /** @throws IllegalArgumentException in words for people, where it is somebody else's */
    Copy delete(ContactId id) throws IOException {
        requireOwn(id);
        if (favourites.pinned().contains(id)) {
            unpin(id);
        }
        contacts.remove(id.key());
        size = contacts.all().size();
        return index.change(List.of(), List.of(id.key()));
    }

    CompletableFuture<Void> writeContacts() {
        ObjectNode content = contacts.content();
        return write(() -> contacts.write(content));
    }

    private CompletableFuture<Void> writeFavourites() {
        ObjectNode content = favourites.content();
        return write(() -> favourites.write(content));
    }

    private CompletableFuture<Void> write(Writing writing) {
        return threads.disk(() -> {
                    writing.run();
                    return true;
                })
                .thenAccept(written -> {});
    }

    private static @Nullable Contact clean(Contact contact) {
        List<String> ignored = new ArrayList<>();
        return new Cleaner(ignored::add).clean(contact, ContactId.LOCAL, contact.kind());
    }

    private static long today() {
        return LocalDate.now(ZoneOffset.UTC).toEpochDay();
    }

    private interface Writing {
        void run() throws IOException;
    }
}
