/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.entitlement.internal;

import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.propertytypes.SatisfyingConditionTarget;

/** A component that a feature switches; it is put into a bundle of its own while a test runs. */
@Component(service = Runnable.class, property = "toggled=true")
@SatisfyingConditionTarget("(osgi.condition.id=com.example.toggled)")
public final class Toggled implements Runnable {

    @Override
    public void run() {
        // it is only looked for
    }
}
