/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.quarantine;

import java.util.function.Consumer;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/**
 * A service of a guest's. It is got on the guest's thread, too: a component is made by that, and who makes it waits. Methods
 * return at once and may be called on any thread.
 *
 * @param <S> the service's interface
 */
public final class GuestService<S> {

    private final BundleContext context;
    private final ServiceReference<S> reference;
    private final Guest guest;
    private volatile @Nullable S service;

    /** @param context of the bundle that uses the service */
    public GuestService(BundleContext context, ServiceReference<S> reference, Guest guest) {
        this.context = context;
        this.reference = reference;
        this.guest = guest;
    }

    /** Calls it on the guest's thread, as {@link Guest#run} does. */
    public void call(String doing, Consumer<S> code) {
        if (service == null) {
            guest.make("making what is called for " + doing, this::find);
        }
        guest.run(doing, () -> {
            S found = service;
            if (found != null) {
                code.accept(found);
            }
        });
    }

    private void find() {
        if (service == null) {
            service = context.getService(reference);
        }
    }

    /** It is not used any more. */
    public void release() {
        guest.run("letting go of a service", () -> {
            service = null;
            context.ungetService(reference);
        });
    }
}
