/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.profile;

import org.osgi.annotation.versioning.ProviderType;

/** Service that asks the user for passwords that the profile does not bring. Any thread; returns at once. */
@ProviderType
public interface PasswordService {

    /**
     * Asks for the password of an account now, also if the user did not answer before.
     *
     * @param address the account's
     * @return false when there is nothing to ask: the profile brings its password, or it is no account of the profile
     */
    boolean ask(String address);
}
