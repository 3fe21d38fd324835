/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.quarantine.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import org.centralino.quarantine.Guest;
import org.centralino.quarantine.Held;
import org.centralino.quarantine.Quarantine;
import org.centralino.quarantine.QuarantineListener;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.BundleListener;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The service. One thread watches over all guests, another one logs what they did and tells who wants to know. */
@Component(service = Quarantine.class)
public final class QuarantineComponent implements Quarantine, BundleListener {

    private static final Logger LOG = LoggerFactory.getLogger(QuarantineComponent.class);
    private static final String OURS = "org.centralino.";

    private final BundleContext context;
    private final Map<Long, @Nullable GuestCode> guests = new ConcurrentHashMap<>();
    private final Map<QuarantineListener, Runnable> listeners = new ConcurrentHashMap<>();
    private final ScheduledThreadPoolExecutor clock = thread("quarantine watch");
    private final ScheduledThreadPoolExecutor telling = thread("quarantine");

    @Activate
    public QuarantineComponent(BundleContext context) {
        this.context = context;
        context.addBundleListener(this);
    }

    private static ScheduledThreadPoolExecutor thread(String name) {
        ScheduledThreadPoolExecutor one = new ScheduledThreadPoolExecutor(
                1,
                Thread.ofPlatform().group(GuestThread.top()).name(name).daemon().factory(),
                new ThreadPoolExecutor.DiscardPolicy());
        one.setRemoveOnCancelPolicy(true);
        return one;
    }

    @Deactivate
    void deactivate() {
        context.removeBundleListener(this);
        for (GuestCode guest : guests.values()) {
            if (guest != null) {
                guest.leave();
            }
        }
        guests.clear();
        clock.shutdownNow();
        telling.shutdown();
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addListener(QuarantineListener listener, ServiceReference<QuarantineListener> reference) {
        Guest guest = guest(reference.getBundle());
        listeners.put(
                listener,
                guest == null
                        ? listener::quarantineChanged
                        : () -> guest.run("QuarantineListener.quarantineChanged", listener::quarantineChanged));
    }

    void removeListener(QuarantineListener listener) {
        listeners.remove(listener);
    }

    @Override
    public @Nullable Guest guest(@Nullable Bundle bundle) {
        if (bundle == null || GuestCode.symbolicName(bundle).startsWith(OURS)) {
            return null;
        }
        return guests.computeIfAbsent(bundle.getBundleId(), id -> new GuestCode(bundle, clock, this::held));
    }

    @Override
    public List<Held> held() {
        List<Held> all = new ArrayList<>();
        for (GuestCode guest : guests.values()) {
            Held held = guest == null ? null : guest.held();
            if (held != null) {
                all.add(held);
            }
        }
        all.sort(Comparator.comparing(Held::since));
        return all;
    }

    @Override
    public void release(Bundle bundle) {
        GuestCode guest = guests.get(bundle.getBundleId());
        if (guest != null && guest.release()) {
            telling.execute(() -> {
                LOG.info("{} may try again", guest.name());
                changed();
            });
        }
    }

    private void held(Held now, Throwable cause) {
        telling.execute(() -> {
            LOG.error(
                    "{} ({}) is called no more: {} in {}", now.name(), now.bundle(), now.reason(), now.doing(), cause);
            changed();
        });
    }

    private void changed() {
        for (Runnable listener : listeners.values()) {
            try {
                listener.run();
            } catch (RuntimeException | LinkageError e) {
                LOG.error("A listener to the quarantine failed", e);
            }
        }
    }

    /** What is installed anew begins anew. */
    @Override
    @NonNullByDefault({})
    public void bundleChanged(BundleEvent event) {
        if (event.getType() == BundleEvent.UNINSTALLED || event.getType() == BundleEvent.UPDATED) {
            GuestCode gone = guests.remove(event.getBundle().getBundleId());
            if (gone != null && gone.leave()) {
                telling.execute(this::changed);
            }
        }
    }
}
