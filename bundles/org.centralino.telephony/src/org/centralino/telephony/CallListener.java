/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Whiteboard service that is told of every change of a call, in order, on a thread of the listener's own and never on
 * the call event loop, so that it may take its time without holding up anybody. A listener of ours that throws is logged; one
 * that takes longer than 200 ms misses intermediate snapshots but never the last.
 *
 * <p>All of a partner's bundle has one thread, on which the service is made too; {@code callChanged} has 200 ms there. Past that,
 * or where it throws or leaves threads behind, the bundle is put in quarantine: it is called no more, and the user is told.
 * What takes longer, asking a server for instance, is done on a thread of the bundle's own.
 */
@ConsumerType
@FunctionalInterface
public interface CallListener {

    /** {@code call} is the state after the change; the first one for an id is its creation, an Ended one its last. */
    void callChanged(Call call);
}
