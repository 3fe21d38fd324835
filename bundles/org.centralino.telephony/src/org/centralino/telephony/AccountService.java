/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony;

import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/** Signs accounts in and out. Every method may be called on any thread and returns at once. */
@ProviderType
public interface AccountService {

    /**
     * Makes these the accounts in use: new ones are registered, missing ones unregistered, changed ones registered anew.
     * Calls that are up go on. The first account is the one that dials. What comes of it is told to
     * {@link RegistrationListener}s.
     *
     * @param accounts each with another address; copied. Empty: all are signed out
     */
    void use(List<Account> accounts);

    /** The state of each account by its {@link Account#address()}, in the order of {@link #use}; a snapshot. */
    Map<String, Registration> registrations();
}
