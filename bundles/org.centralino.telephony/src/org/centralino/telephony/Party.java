/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony;

import org.eclipse.jdt.annotation.Nullable;

/**
 * The far side of a call. Immutable.
 *
 * @param displayName the name the far side or the directory gives; null when nobody gave one
 * @param address its SIP URI without parameters
 * @param number what a person reads and dials: the user part, with its host where that means somebody else at ours; the
 *     address where there is none
 */
public record Party(@Nullable String displayName, String address, String number) {

    /** The display name, or the number where there is none. Never empty. */
    public String label() {
        String name = displayName;
        return name == null || name.isBlank() ? number : name;
    }
}
