/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.internal;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.centralino.directory.Contact;
import org.centralino.directory.ContactId;
import org.centralino.directory.DirectoryListener;
import org.centralino.directory.DirectoryService;
import org.centralino.directory.SearchQuery;
import org.centralino.directory.SearchResult;
import org.centralino.directory.SourceStatus;
import org.centralino.directory.internal.index.SourceIndex;
import org.centralino.directory.internal.load.SourceRunner;
import org.centralino.directory.internal.text.Exchange;
import org.centralino.directory.source.DirectorySource;
import org.centralino.directory.source.SourceSettings;
import org.centralino.quarantine.Guest;
import org.centralino.quarantine.ListenerServices;
import org.centralino.quarantine.Quarantine;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.service.datalocation.Location;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The directory as a service: hands everything to the thread of the directory, and to the user's part of it. */
@Component
public final class DirectoryComponent implements DirectoryService, News {

    /** A search that has not begun. */
    private record Pending(SearchQuery query, CompletableFuture<SearchResult> result) {}

    private final Threads threads = new Threads();
    private final ListenerServices<DirectoryListener> services;
    private final Map<DirectoryListener, Announcer> listeners = new ConcurrentHashMap<>();
    private final Map<String, DirectorySource> sources = new ConcurrentHashMap<>();
    private final AtomicReference<@Nullable Pending> pending = new AtomicReference<>();
    private final Path folder;
    private final SourceRunner.Times times;
    private volatile @Nullable IExtensionRegistry registry;
    private volatile @Nullable Chosen chosen;
    private volatile Exchange exchange = Exchange.UNKNOWN;

    private record Chosen(String user, String country, UserDirectory directory) {}

    @Activate
    public DirectoryComponent(
            @Reference(target = "(type=osgi.instance.area)") Location instance, @Reference Quarantine quarantine) {
        this(folder(instance), SourceRunner.Times.USUAL, quarantine::guest);
        // The profile that says what to open is still on its way.
        threads.run(SourceIndex::prepare);
    }

    DirectoryComponent(Path folder, SourceRunner.Times times) {
        this(folder, times, bundle -> null);
    }

    private DirectoryComponent(
            Path folder, SourceRunner.Times times, Function<@Nullable Bundle, @Nullable Guest> guests) {
        services = new ListenerServices<>(DirectoryComponent.class, guests, GuestListener::new);
        this.folder = folder;
        this.times = times;
    }

    private static Path folder(Location instance) {
        URL url = instance.getURL();
        if (url == null) {
            throw new IllegalStateException("There is no instance area (-data) to keep the directory in");
        }
        try {
            Path area = Path.of(new URI(url.toString().replace(" ", "%20")));
            return area.resolve(".metadata").resolve(".plugins").resolve("org.centralino.directory");
        } catch (URISyntaxException e) {
            throw new IllegalStateException("The instance area has no usable address: " + url, e);
        }
    }

    @Deactivate
    void deactivate() {
        Chosen last = chosen;
        chosen = null;
        if (last != null) {
            last.directory().close();
        }
        threads.stop();
        threads.stopDisk();
        listeners.values().forEach(Announcer::stop);
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void setRegistry(IExtensionRegistry present) {
        registry = present;
    }

    void unsetRegistry(IExtensionRegistry gone) {
        if (registry == gone) {
            registry = null;
        }
    }

    @Reference(
            service = DirectoryListener.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC)
    void bindListener(ServiceReference<DirectoryListener> reference) {
        DirectoryListener listener = services.come(reference);
        if (listener != null) {
            addListener(listener);
        }
    }

    void unbindListener(ServiceReference<DirectoryListener> reference) {
        DirectoryListener listener = services.go(reference);
        if (listener != null) {
            Optional.ofNullable(listeners.remove(listener)).ifPresent(Announcer::stop);
        }
    }

    void addListener(DirectoryListener listener) {
        listeners.put(listener, new Announcer(listener));
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addSource(DirectorySource source, Map<String, Object> properties) {
        if (properties.get(DirectorySource.TYPE) instanceof String type) {
            sources.put(type, source);
            Chosen present = chosen;
            if (present != null) {
                present.directory().serviceCame();
            }
        }
    }

    void removeSource(DirectorySource source) {
        sources.values().removeIf(present -> present == source);
    }

    @Override
    public void contactsChanged() {
        listeners.values().forEach(Announcer::contactsChanged);
    }

    @Override
    public void sourceChanged(SourceStatus status) {
        listeners.values().forEach(announcer -> announcer.sourceChanged(status));
    }

    @Override
    public synchronized void use(String user, String country, List<SourceSettings> settings, List<String> favourites) {
        Chosen present = chosen;
        if (present == null
                || !present.user().equals(user)
                || !present.country().equals(country)) {
            if (present != null) {
                present.directory().close();
            }
            present = new Chosen(
                    user,
                    country,
                    new UserDirectory(
                            user,
                            country,
                            new UserDirectory.Surroundings(folder, threads, this, sources::get, this::label, times)));
            chosen = present;
        }
        present.directory().use(settings, favourites);
    }

    @Override
    public void exchange(Set<String> hosts) {
        Exchange before = exchange;
        Exchange now = new Exchange(hosts);
        exchange = now;
        if (!now.equals(before)) {
            contactsChanged();
        }
    }

    private String label(SourceSettings settings) {
        IExtensionRegistry present = registry;
        if (!settings.label().isBlank() || present == null) {
            return settings.label();
        }
        return SourceTypes.labels(present).getOrDefault(settings.type(), settings.type());
    }

    @Override
    public CompletableFuture<SearchResult> search(SearchQuery query) {
        Pending latest = new Pending(query, new CompletableFuture<>());
        Pending superseded = pending.getAndSet(latest);
        if (superseded != null) {
            superseded.result().cancel(false);
        }
        threads.work(() -> {
                    if (pending.compareAndSet(latest, null) && !latest.result().isDone()) {
                        latest.result().complete(ask(present -> present.search(query), none(query)));
                    }
                    return true;
                })
                .exceptionally(failure -> {
                    latest.result().completeExceptionally(failure);
                    return false;
                });
        return latest.result();
    }

    private static SearchResult none(SearchQuery query) {
        return new SearchResult(query, List.of(), 0, true);
    }

    @Override
    public CompletableFuture<Optional<Contact>> contact(ContactId id) {
        return threads.work(() -> ask(present -> present.contact(id), Optional.empty()));
    }

    @Override
    public CompletableFuture<Optional<Contact>> byNumber(String number) {
        return threads.work(() -> ask(present -> present.byNumber(number, exchange), Optional.empty()));
    }

    @Override
    public CompletableFuture<Optional<byte[]>> photo(ContactId id) {
        return threads.work(() -> ask(present -> present.photo(id), Optional::empty))
                .thenCompose(photo -> threads.disk(photo::read));
    }

    @Override
    public CompletableFuture<List<Contact>> favourites() {
        return threads.work(() -> ask(UserDirectory::favourites, List.of()));
    }

    @Override
    public CompletableFuture<Void> pin(ContactId id, int place) {
        return keeping(() -> need().pin(id, place));
    }

    @Override
    public CompletableFuture<Void> unpin(ContactId id) {
        return keeping(() -> need().unpin(id));
    }

    @Override
    public CompletableFuture<Contact> save(Contact contact) {
        return keeping(() -> need().save(contact));
    }

    @Override
    public CompletableFuture<Void> delete(ContactId id) {
        return keeping(() -> need().delete(id));
    }

    @Override
    public void called(String number) {
        threads.run(() -> {
            Chosen present = chosen;
            if (present != null) {
                present.directory().called(number, exchange);
            }
        });
    }

    @Override
    public List<SourceStatus> sources() {
        Chosen present = chosen;
        return present == null ? List.of() : present.directory().sources();
    }

    @Override
    public void refresh(String source) {
        Chosen present = chosen;
        if (present != null) {
            present.directory().refresh(source);
        }
    }

    @Override
    public void cancel(String source) {
        Chosen present = chosen;
        if (present != null) {
            present.directory().cancel(source);
        }
    }

    private interface Question<T> {
        T ask(UserDirectory present) throws Exception;
    }

    private <T> T ask(Question<T> question, T otherwise) throws Exception {
        Chosen present = chosen;
        return present == null ? otherwise : question.ask(present.directory());
    }

    private UserDirectory need() {
        Chosen present = chosen;
        if (present == null) {
            throw new IllegalStateException("No user's directory is in use");
        }
        return present.directory();
    }

    /** What changes on the thread of the directory and is done once it is written. */
    private <T> CompletableFuture<T> keeping(Callable<CompletableFuture<T>> change) {
        return threads.work(change).thenCompose(Function.identity());
    }
}
