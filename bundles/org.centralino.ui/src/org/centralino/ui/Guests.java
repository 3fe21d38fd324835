/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui;

import java.util.concurrent.Executor;
import org.centralino.quarantine.Guest;
import org.centralino.quarantine.Quarantine;
import org.centralino.quarantine.QuarantineListener;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.InvalidRegistryObjectException;
import org.eclipse.core.runtime.Platform;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;

/** Whose code an entry of an extension point names: one of ours, or a guest's. May be used on any thread. */
public final class Guests implements AutoCloseable {

    private final LiveService<Quarantine> quarantine;
    private final ServiceRegistration<QuarantineListener> listening;

    /**
     * @param user a class of the bundle that asks
     * @param display where {@code changed} is called
     * @param changed called when a guest was put in quarantine or released
     */
    public Guests(Class<?> user, Executor display, Runnable changed) {
        quarantine = new LiveService<>(Quarantine.class, user);
        BundleContext context = FrameworkUtil.getBundle(user).getBundleContext();
        listening = context.registerService(QuarantineListener.class, () -> display.execute(changed), null);
    }

    /** The guest that contributes an entry; null where one of our bundles does, or the entry is gone. */
    public @Nullable Guest of(IConfigurationElement element) {
        Quarantine service = quarantine.get();
        try {
            String contributor = element.getContributor().getName();
            return service == null ? null : service.guest(Platform.getBundle(contributor));
        } catch (InvalidRegistryObjectException e) {
            return null; // its bundle is going
        }
    }

    /** Whether an entry is a guest's who is in quarantine. */
    public boolean isHeld(IConfigurationElement element) {
        Guest guest = of(element);
        return guest != null && guest.isHeld();
    }

    @Override
    public void close() {
        listening.unregister();
        quarantine.close();
    }
}
