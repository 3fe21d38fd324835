/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Whiteboard service that is told of every change of a registration, in order, on a thread that is not the call event
 * loop. One that throws is logged and told again the next time; a partner's is put in quarantine, as {@link CallListener} says.
 */
@ConsumerType
@FunctionalInterface
public interface RegistrationListener {

    /** {@code address} is the account's {@link Account#address()}. */
    void registrationChanged(String address, Registration registration);
}
