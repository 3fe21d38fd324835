/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.quarantine;

import org.osgi.annotation.versioning.ConsumerType;

/** Whiteboard service that is told, on a thread of the quarantine's, that {@link Quarantine#held} changed. */
@ConsumerType
@FunctionalInterface
public interface QuarantineListener {

    void quarantineChanged();
}
