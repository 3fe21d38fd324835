/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.entitlement;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Whiteboard service that is told that {@link EntitlementService#entitlements} changed. It has a thread to itself meanwhile, and
 * may take its time: what changes while it is told is told once, afterwards. One that throws is logged and told again the next
 * time. Who only wants to be there while a feature is, hangs on its Condition instead.
 */
@ConsumerType
@FunctionalInterface
public interface EntitlementListener {

    /** They are others than before; a feature's Condition has come or gone already. */
    void entitlementsChanged();
}
