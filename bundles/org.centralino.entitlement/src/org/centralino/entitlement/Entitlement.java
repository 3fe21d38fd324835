/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.entitlement;

/**
 * One feature as it stands for this user. Immutable.
 *
 * @param id the Condition's id
 * @param label for people, in the language of the product
 * @param description a sentence for people, may be empty
 * @param active whether the user has it now
 * @param reason why, or why not
 * @param policy what was granted; empty where nothing was
 */
public record Entitlement(String id, String label, String description, boolean active, Reason reason, String policy) {

    /** Why a feature is there or is not. */
    public enum Reason {
        /** The profile says so, either way. */
        PROFILE,
        /** The profile says nothing; what the feature declares counts. */
        DEFAULT,
        /** It is granted, but no bundle that has it is installed, or one that it needs is missing. */
        MISSING_BUNDLE
    }
}
