/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Whiteboard service that is told of every change of a registration, in order, on a thread that is not the call event
 * loop; a new one first how each account stands. One that throws is logged and told again the next time; one that takes
 * longer than 200 ms misses intermediate states but never the last.
 */
@ConsumerType
@FunctionalInterface
public interface RegistrationListener {

    /** {@code address} is the account's {@link Account#address()}. */
    void registrationChanged(String address, Registration registration);
}
