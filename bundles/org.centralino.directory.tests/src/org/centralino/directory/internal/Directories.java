/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.internal;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.centralino.directory.Contact;
import org.centralino.directory.ContactId;
import org.centralino.directory.Kind;
import org.centralino.directory.Match;
import org.centralino.directory.Phone;
import org.centralino.directory.SearchQuery;
import org.centralino.directory.SearchQuery.Scope;
import org.centralino.directory.SearchResult;
import org.centralino.directory.SourceStatus;
import org.centralino.directory.internal.load.SourceRunner;
import org.centralino.directory.source.DirectorySource;
import org.centralino.directory.source.SourceSettings;

/** What the tests of the directory have in common: a directory in a folder, people, and waiting with a deadline. */
final class Directories {

    static final SourceRunner.Times QUICK =
            new SourceRunner.Times(Duration.ofMillis(50), Duration.ofMillis(300), Duration.ofSeconds(20));

    private static final long DEADLINE_SECONDS = 20;

    private Directories() {}

    static DirectoryComponent in(Path folder) {
        return new DirectoryComponent(folder, QUICK);
    }

    static SourceSettings settings(String id, Kind kind) {
        return new SourceSettings(id, "test", kind, "Source " + id, Map.of());
    }

    /** A directory for the user anna in Italy, whose one source has given these. */
    static DirectoryComponent with(Path folder, List<Contact> contacts) {
        DirectoryComponent directory = in(folder);
        directory.addSource(giving(contacts), Map.of(DirectorySource.TYPE, "test"));
        directory.use("anna", "IT", List.of(settings("s", Kind.INTERNAL)), List.of());
        await(() -> status(directory, "s").state() == SourceStatus.State.READY);
        return directory;
    }

    /** Lets the user anna in Italy have sources, which are all read by this. */
    static void use(DirectoryComponent directory, DirectorySource source, SourceSettings... settings) {
        directory.addSource(source, Map.of(DirectorySource.TYPE, "test"));
        directory.use("anna", "IT", List.of(settings), List.of());
    }

    static void useOne(DirectoryComponent directory, DirectorySource source) {
        use(directory, source, settings("s", Kind.INTERNAL));
    }

    static void awaitState(DirectoryComponent directory, SourceStatus.State state) {
        await(() -> status(directory, "s").state() == state);
    }

    /** Ends a directory and waits for its threads, so that its folder can go. */
    static void stop(DirectoryComponent directory) {
        directory.deactivate();
        awaitNoThreads();
    }

    static void awaitNoThreads() {
        await(() -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().startsWith("directory")));
    }

    static DirectorySource giving(List<Contact> contacts) {
        return (settings, since, sink) -> {
            sink.all(contacts.size());
            for (Contact contact : contacts) {
                sink.put(contact, null);
            }
            return null;
        };
    }

    static SourceStatus status(DirectoryComponent directory, String id) {
        return directory.sources().stream()
                .filter(status -> status.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    static SearchResult search(DirectoryComponent directory, String text) {
        return get(directory.search(new SearchQuery(text, Scope.ALL, 0, 50)));
    }

    static SearchResult search(DirectoryComponent directory, String text, Scope scope) {
        return get(directory.search(new SearchQuery(text, scope, 0, 50)));
    }

    static List<String> names(DirectoryComponent directory, String text) {
        return names(search(directory, text));
    }

    static List<String> names(SearchResult result) {
        return result.matches().stream().map(match -> match.contact().name()).toList();
    }

    /** What is shown as matching. */
    static List<String> highlighted(Match match) {
        List<String> parts = new ArrayList<>();
        for (Match.Span span : match.highlights()) {
            parts.add(match.contact().name().substring(span.start(), span.end()));
        }
        return parts;
    }

    static Contact contact(String key, String name, String... numbers) {
        List<Phone> phones = new ArrayList<>();
        for (String number : numbers) {
            phones.add(new Phone(number, Phone.Type.WORK));
        }
        return contact(key, name, phones);
    }

    static Contact contact(String key, String name, List<Phone> phones) {
        return new Contact(
                new ContactId("s", key),
                Kind.INTERNAL,
                name,
                "",
                "",
                "",
                "",
                "",
                phones,
                List.of(),
                List.of(),
                "",
                null,
                false);
    }

    static Contact own(String key, String name, String... numbers) {
        Contact contact = contact(key, name, numbers);
        return new Contact(
                new ContactId(ContactId.LOCAL, key),
                Kind.EXTERNAL,
                name,
                "",
                "",
                "",
                "",
                "",
                contact.phones(),
                List.of(),
                List.of(),
                "",
                null,
                false);
    }

    static Contact at(Contact contact, String organisation, String department) {
        return new Contact(
                contact.id(),
                contact.kind(),
                contact.name(),
                contact.givenName(),
                contact.familyName(),
                organisation,
                department,
                contact.title(),
                contact.phones(),
                contact.emails(),
                contact.addresses(),
                contact.note(),
                contact.web(),
                contact.hasPhoto());
    }

    static <T> T get(Future<T> future) {
        try {
            return future.get(DEADLINE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    /** Waits until something holds; looks every few milliseconds, and gives up at the deadline. */
    static void await(BooleanSupplier holds) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(DEADLINE_SECONDS);
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("It did not come about within " + DEADLINE_SECONDS + " seconds");
            }
            LockSupport.parkNanos(2_000_000);
        }
    }
}
