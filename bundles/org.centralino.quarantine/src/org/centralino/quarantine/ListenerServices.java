/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.quarantine;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listeners of one kind that are OSGi services. In the place of a guest's there is one of ours, which hands on to the guest's own
 * thread what it is told: neither making the guest's component nor telling it holds up who tells. Methods return at once, as far as
 * making our own components does, and may be called on any thread.
 *
 * @param <L> the listener's interface
 */
public final class ListenerServices<L> {

    private static final Logger LOG = LoggerFactory.getLogger(ListenerServices.class);

    private record Listening<L>(L listener, Runnable release) {}

    private final Class<?> user;
    private final Function<@Nullable Bundle, @Nullable Guest> guests;
    private final Function<GuestService<L>, L> standIn;
    private final Map<ServiceReference<L>, @Nullable Listening<L>> present = new ConcurrentHashMap<>();

    /**
     * @param user a class of the bundle that tells them
     * @param guests {@link Quarantine#guest}
     * @param standIn makes a listener that hands on what it is told
     */
    public ListenerServices(
            Class<?> user, Function<@Nullable Bundle, @Nullable Guest> guests, Function<GuestService<L>, L> standIn) {
        this.user = user;
        this.guests = guests;
        this.standIn = standIn;
    }

    /** Who is to be told; null where the service is gone already. */
    public @Nullable L come(ServiceReference<L> reference) {
        BundleContext context = FrameworkUtil.getBundle(user).getBundleContext();
        Guest guest = guests.apply(reference.getBundle());
        Listening<L> listening = guest == null ? own(context, reference) : guests(context, reference, guest);
        if (listening == null) {
            return null;
        }
        present.put(reference, listening);
        return listening.listener();
    }

    private @Nullable Listening<L> own(BundleContext context, ServiceReference<L> reference) {
        L listener = context.getService(reference);
        if (listener == null) {
            LOG.warn("{} gives no listener", reference);
            return null;
        }
        return new Listening<>(listener, () -> context.ungetService(reference));
    }

    private Listening<L> guests(BundleContext context, ServiceReference<L> reference, Guest guest) {
        GuestService<L> service = new GuestService<>(context, reference, guest);
        return new Listening<>(standIn.apply(service), service::release);
    }

    /** Who was told; null where nobody was. */
    public @Nullable L go(ServiceReference<L> reference) {
        Listening<L> listening = present.remove(reference);
        if (listening == null) {
            return null;
        }
        listening.release().run();
        return listening.listener();
    }
}
