/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.history.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.centralino.ui.contact.PhoneAction;
import org.osgi.framework.FrameworkUtil;
import org.osgi.util.tracker.ServiceTracker;

/** What can be done with a number now, by its order. */
final class PhoneActions implements Supplier<List<PhoneAction>>, AutoCloseable {

    private final ServiceTracker<PhoneAction, PhoneAction> tracker = new ServiceTracker<>(
            FrameworkUtil.getBundle(PhoneActions.class).getBundleContext(), PhoneAction.class, null);

    PhoneActions() {
        tracker.open();
    }

    @Override
    public List<PhoneAction> get() {
        List<PhoneAction> all = new ArrayList<>(tracker.getTracked().values());
        all.sort(Comparator.comparingInt(PhoneAction::order).thenComparing(PhoneAction::id));
        return all;
    }

    @Override
    public void close() {
        tracker.close();
    }
}
