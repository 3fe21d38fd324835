/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.carddav.internal;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.centralino.directory.ContactId;
import org.centralino.directory.files.vcard.VCards;
import org.centralino.directory.source.ContactSink;
import org.centralino.directory.source.DirectorySource;
import org.centralino.directory.source.SourceException;
import org.centralino.directory.source.SourceSettings;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.service.component.annotations.Component;

/** Reads contacts from CardDAV servers: type {@code carddav}, see docs/DIRECTORIES.md. */
@Component(property = DirectorySource.TYPE + "=carddav")
public final class CardDavSource implements DirectorySource {

    @Override
    public @Nullable String read(SourceSettings source, @Nullable String since, ContactSink sink)
            throws SourceException, InterruptedException {
        CardDavSettings settings = CardDavSettings.of(source);
        try (DavClient client = new DavClient(settings)) {
            List<URI> urls = new Discovery(client, settings).addressBooks();
            List<AddressBook> books =
                    urls.stream().map(url -> new AddressBook(client, url)).toList();
            return read(source, books, SyncState.parse(since), sink).text();
        }
    }

    private static SyncState read(
            SourceSettings source, List<AddressBook> books, @Nullable SyncState since, ContactSink sink)
            throws SourceException, InterruptedException {
        Map<AddressBook, AddressBook.Changes> changes = since == null ? null : since(books, since);
        boolean everything = changes == null;
        if (changes == null) {
            changes = all(books);
            sink.all(changes.values().stream()
                    .mapToInt(each -> each.changed().size())
                    .sum());
        }
        Map<String, SyncState.Book> next = new LinkedHashMap<>();
        for (Map.Entry<AddressBook, AddressBook.Changes> each : changes.entrySet()) {
            AddressBook book = each.getKey();
            for (String gone : everything ? List.<String>of() : each.getValue().gone()) {
                sink.remove(gone);
            }
            book.cards(each.getValue().changed(), (path, card) -> {
                ContactId id = new ContactId(source.id(), path);
                boolean taken = card != null && VCards.readOne(card, id, source.kind(), name(path), sink);
                if (!taken && !everything) {
                    sink.remove(path);
                }
            });
            next.put(book.url(), each.getValue().next());
        }
        return new SyncState(next);
    }

    /** Null where the books are others than before, or one of them cannot say what changed. */
    private static @Nullable Map<AddressBook, AddressBook.Changes> since(List<AddressBook> books, SyncState since)
            throws SourceException, InterruptedException {
        Map<AddressBook, AddressBook.Changes> changes = new LinkedHashMap<>();
        for (AddressBook book : books) {
            SyncState.Book before = since.book(book.url());
            AddressBook.Changes found = before == null ? null : book.changes(before);
            if (found == null) {
                return null;
            }
            changes.put(book, found);
        }
        return books.size() == since.books().size() ? changes : null;
    }

    private static Map<AddressBook, AddressBook.Changes> all(List<AddressBook> books)
            throws SourceException, InterruptedException {
        Map<AddressBook, AddressBook.Changes> changes = new LinkedHashMap<>();
        for (AddressBook book : books) {
            AddressBook.Changes found = book.changes(null);
            if (found != null) {
                changes.put(book, found);
            }
        }
        return changes;
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
