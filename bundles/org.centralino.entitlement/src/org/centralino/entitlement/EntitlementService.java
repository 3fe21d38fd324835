/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.entitlement;

import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The user's features. For each one that is granted and installed an OSGi {@code Condition} is published, whose
 * {@code osgi.condition.id} is the feature's id and whose property {@value #POLICY} is what was granted. Components are
 * switched by {@code @SatisfyingConditionTarget}, and nobody asks whether something is allowed. Methods may be called on
 * any thread.
 */
@ProviderType
public interface EntitlementService {

    /** Property of a Condition: what the profile says of the feature, for instance {@code automatic}. */
    String POLICY = "centralino.policy";

    /** The policy that refuses a feature, also where its own default would grant it. */
    String OFF = "off";

    /** Id of the recording feature; its policies are {@code on-demand} and {@code automatic}. */
    String RECORDING = "centralino.recording";

    /** Id of the conference feature. */
    String CONFERENCE = "centralino.conference";

    /**
     * Grants these and no others, each id with its policy; what is not named here has the default that it declares. Returns when
     * the Conditions of all that was withdrawn are gone and those of what was granted are there; calls go on. So it waits for
     * whoever hangs on these, and must not be called by one of them, nor on the display thread.
     *
     * @param grants copied; an empty policy refuses, as {@link #OFF} does
     */
    void use(Map<String, String> grants);

    /** Every feature that is installed or granted, by label; a snapshot. Returns at once. */
    List<Entitlement> entitlements();
}
