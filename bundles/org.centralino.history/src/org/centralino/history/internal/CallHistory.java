/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.history.internal;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.centralino.directory.DirectoryListener;
import org.centralino.directory.DirectoryService;
import org.centralino.history.HistoryEntry;
import org.centralino.history.HistoryListener;
import org.centralino.history.HistoryProblem;
import org.centralino.history.HistoryQuery;
import org.centralino.history.HistoryService;
import org.centralino.quarantine.Guest;
import org.centralino.quarantine.ListenerServices;
import org.centralino.quarantine.Quarantine;
import org.centralino.telephony.Call;
import org.centralino.telephony.CallListener;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.service.datalocation.Location;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Remembers calls as they go on. Everything is done by one thread, which calls and views never wait for. */
@Component(immediate = true)
public final class CallHistory implements HistoryService, CallListener {

    private static final Logger LOG = LoggerFactory.getLogger(CallHistory.class);
    private static final String AREA = "org.centralino.history";
    private static final long DIRECTORY_MS = 5_000;
    private static final long CLOSING_MS = 2_000;

    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1, task -> {
        Thread made = new Thread(task, "history");
        made.setDaemon(true);
        return made;
    });
    private final InstantSource clock;
    private final Database database;
    private final CallStore store;
    private final CallWriter writer;
    private final Strangers strangers;
    private final ListenerServices<HistoryListener> services;
    private final List<HistoryListener> listeners = new CopyOnWriteArrayList<>();
    private final Map<String, @Nullable CallRecord> live = new HashMap<>();
    private volatile @Nullable DirectoryService directory;
    private @Nullable ServiceRegistration<DirectoryListener> registration;

    @Activate
    public CallHistory(
            BundleContext context,
            @Reference(target = "(type=osgi.instance.area)") Location instance,
            @Reference Quarantine quarantine) {
        this(folder(context, instance), InstantSource.system(), DIRECTORY_MS, quarantine::guest);
        // Not a service of this component: it uses the directory, and the directory its listeners.
        registration = context.registerService(DirectoryListener.class, strangers, null);
    }

    /**
     * A history with its files in this folder.
     *
     * @param restMs how long changes of the directory are gathered
     */
    CallHistory(Path folder, InstantSource clock, long restMs) {
        this(folder, clock, restMs, bundle -> null);
    }

    private CallHistory(
            Path folder, InstantSource clock, long restMs, Function<@Nullable Bundle, @Nullable Guest> guests) {
        this.clock = clock;
        services = new ListenerServices<>(
                CallHistory.class,
                guests,
                guest -> () -> guest.call("HistoryListener.historyChanged", HistoryListener::historyChanged));
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        database = new Database(folder, clock, this::replaced);
        store = new CallStore(database);
        strangers = new Strangers(() -> directory, store, thread, this::post, this::tell, restMs);
        writer = new CallWriter(store, thread, this::tell);
        post(writer::flush);
    }

    @Reference(
            service = HistoryListener.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC)
    void bindListener(ServiceReference<HistoryListener> reference) {
        HistoryListener listener = services.come(reference);
        if (listener != null) {
            addListener(listener);
        }
    }

    void unbindListener(ServiceReference<HistoryListener> reference) {
        HistoryListener listener = services.go(reference);
        if (listener != null) {
            listeners.remove(listener);
        }
    }

    void addListener(HistoryListener listener) {
        listeners.add(listener);
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void setDirectory(DirectoryService service) {
        directory = service;
    }

    void unsetDirectory(DirectoryService service) {
        if (directory == service) {
            directory = null;
        }
    }

    @Override
    public void callChanged(Call call) {
        Instant now = clock.instant();
        post(() -> changed(call, now));
    }

    /** What waits for the directory to learn of contacts. */
    DirectoryListener strangers() {
        return strangers;
    }

    @Override
    public CompletableFuture<List<HistoryEntry>> find(HistoryQuery query) {
        return ask(() -> store.find(query));
    }

    @Override
    public CompletableFuture<Integer> missed() {
        return ask(store::missed);
    }

    @Override
    public CompletableFuture<Void> markSeen(long upTo) {
        return ask(() -> tellIf(store.markSeen(upTo) > 0)).thenAccept(told -> {});
    }

    @Override
    public CompletableFuture<Void> delete(long id) {
        return ask(() -> tellIf(store.delete(id) > 0)).thenAccept(told -> {});
    }

    @Override
    public CompletableFuture<Integer> export(HistoryQuery query, Path file) {
        CompletableFuture<Integer> written = new CompletableFuture<>();
        CsvExport export =
                new CsvExport(ZoneId.systemDefault(), query, page -> find(page).get());
        // A file may lie on a network that is slow: nothing of the history waits for it.
        Thread.ofPlatform().name("history export").daemon().start(() -> {
            try {
                int entries = export.write(file);
                post(() -> written.complete(entries));
            } catch (Exception e) {
                post(() -> written.completeExceptionally(e));
            }
        });
        return written;
    }

    @Override
    public @Nullable HistoryProblem problem() {
        return writer.problem();
    }

    /** Writes what is left to be written, and closes the file. */
    @Deactivate
    void close() {
        ServiceRegistration<DirectoryListener> registered = registration;
        if (registered != null) {
            registered.unregister();
        }
        post(() -> {
            writer.flush();
            database.close();
        });
        thread.shutdown();
        try {
            if (!thread.awaitTermination(CLOSING_MS, TimeUnit.MILLISECONDS)) {
                LOG.warn("The call history is still being written");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void changed(Call call, Instant now) {
        CallRecord record = live.get(call.id());
        boolean changed = true;
        if (record == null) {
            record = new CallRecord(call, now);
            live.put(call.id(), record);
            count(record.entry());
            lookUp(record);
        } else {
            String number = record.entry().number();
            changed = record.apply(call, now);
            if (!number.equals(record.entry().number())) {
                lookUp(record);
            }
        }
        if (call.isEnded()) {
            live.remove(call.id());
        }
        if (changed) {
            writer.save(record);
        }
    }

    private void count(HistoryEntry entry) {
        DirectoryService service = directory;
        if (service != null && entry.outgoing()) {
            service.called(entry.number());
        }
    }

    private void lookUp(CallRecord record) {
        DirectoryService service = directory;
        String number = record.entry().number();
        if (service == null || number.isEmpty()) {
            return;
        }
        service.byNumber(number)
                .thenApply(found -> found)
                .orTimeout(DIRECTORY_MS, TimeUnit.MILLISECONDS)
                .thenAccept(found -> found.ifPresent(contact -> post(() -> {
                    if (number.equals(record.entry().number()) && record.identify(contact)) {
                        writer.save(record);
                    }
                })))
                .exceptionally(late -> {
                    LOG.debug("The directory did not say who called", late);
                    return null;
                });
    }

    private void replaced(Path damaged) {
        writer.replaced(damaged, live.values());
        post(writer::flush);
    }

    private boolean tellIf(boolean news) {
        if (news) {
            tell();
        }
        return news;
    }

    private void tell() {
        for (HistoryListener listener : listeners) {
            try {
                listener.historyChanged();
            } catch (RuntimeException | LinkageError e) {
                LOG.error("A listener of the call history failed", e);
            }
        }
    }

    private <T> CompletableFuture<T> ask(Callable<T> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        boolean posted = post(() -> {
            try {
                answer.complete(question.call());
            } catch (Exception e) {
                answer.completeExceptionally(e);
            }
        });
        if (!posted) {
            answer.completeExceptionally(new IllegalStateException("The call history is closed"));
        }
        return answer;
    }

    /** Has it done on the history's thread; false after the end. What throws is logged and stops nothing. */
    private boolean post(Runnable work) {
        try {
            thread.execute(() -> {
                try {
                    work.run();
                } catch (RuntimeException | LinkageError e) {
                    LOG.error("The call history failed", e);
                }
            });
            return true;
        } catch (RejectedExecutionException e) {
            return false;
        }
    }

    private static Path folder(BundleContext context, Location instance) {
        if (instance.isSet()) {
            try {
                URL area = instance.getDataArea(AREA);
                return new File(area.getPath()).toPath();
            } catch (IOException e) {
                LOG.warn("The instance area has no place for the call history", e);
            }
        }
        return context.getDataFile("data").toPath();
    }
}
