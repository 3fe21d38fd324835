/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.recording.internal.testing;

import java.util.concurrent.TimeUnit;
import org.centralino.media.MediaService;
import org.centralino.media.OpusService;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.util.tracker.ServiceTracker;

/** The services of the framework that the tests run in. */
public final class Framework {

    private static final long PATIENCE_MS = TimeUnit.SECONDS.toMillis(20);

    private Framework() {}

    public static BundleContext context() {
        return FrameworkUtil.getBundle(Framework.class).getBundleContext();
    }

    public static MediaService media() {
        return service(MediaService.class);
    }

    /** The real codec; it comes with the media. */
    public static OpusService opus() {
        media();
        return service(OpusService.class);
    }

    /** It stays in use: a component that nobody uses goes. */
    public static <T> T service(Class<T> type) {
        ServiceTracker<T, T> tracker = new ServiceTracker<>(context(), type, null);
        tracker.open();
        try {
            T service = tracker.waitForService(PATIENCE_MS);
            if (service == null) {
                throw new AssertionError("no " + type.getSimpleName() + " in the framework");
            }
            return service;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
