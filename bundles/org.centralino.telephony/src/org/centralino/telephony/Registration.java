/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony;

import java.time.Instant;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Whether an account can be reached (RFC 3261, 10). Immutable snapshot. A later minor version may have further states, so a
 * {@code switch} over them has a {@code default}.
 */
@ProviderType
public sealed interface Registration {

    /** A REGISTER is on its way for the first time, or again after a failure. */
    record Registering() implements Registration {}

    /**
     * The registrar holds a binding.
     *
     * @param since when the binding was first made without a break
     * @param proven when the registrar last confirmed it
     */
    record Registered(Instant since, Instant proven) implements Registration {}

    /**
     * No binding.
     *
     * @param reason in words for a person, for instance {@code 403 Forbidden}
     * @param since when that began
     * @param retrying whether it is tried again without anybody's doing
     * @param password what it has to do with the password
     */
    record NotRegistered(String reason, Instant since, boolean retrying, Password password) implements Registration {

        /** Where the password is not to blame. */
        public NotRegistered(String reason, Instant since, boolean retrying) {
            this(reason, since, retrying, Password.NOT_TO_BLAME);
        }

        /** What a password has to do with it when an account is not registered. */
        public enum Password {
            NOT_TO_BLAME,
            /** The account has none. */
            MISSING,
            /** The registrar does not take the credentials. */
            REFUSED
        }
    }
}
