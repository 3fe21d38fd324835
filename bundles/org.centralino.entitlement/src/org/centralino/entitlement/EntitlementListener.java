/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.entitlement;

import org.osgi.annotation.versioning.ConsumerType;

/** Whiteboard service that is told, on a thread of the service's, that {@link EntitlementService#entitlements} changed. */
@ConsumerType
@FunctionalInterface
public interface EntitlementListener {

    void entitlementsChanged();
}
