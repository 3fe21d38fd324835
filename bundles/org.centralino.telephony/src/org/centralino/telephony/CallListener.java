/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Whiteboard service that is told of every change of a call, in order, on a thread of the listener's own and never on
 * the call event loop. A listener that throws is logged; one that takes longer than 200 ms misses intermediate
 * snapshots but never the last.
 */
@ConsumerType
@FunctionalInterface
public interface CallListener {

    /** {@code call} is the state after the change; the first one for an id is its creation, an Ended one its last. */
    void callChanged(Call call);
}
