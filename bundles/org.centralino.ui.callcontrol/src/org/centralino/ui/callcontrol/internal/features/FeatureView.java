/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.callcontrol.internal.features;

import org.centralino.entitlement.Entitlement;
import org.centralino.entitlement.EntitlementService;
import org.centralino.quarantine.Held;
import org.eclipse.osgi.util.NLS;

/**
 * A feature in words. Immutable.
 *
 * @param state whether the user has it, and why
 * @param description what it is; may be empty
 */
record FeatureView(String name, String state, String description, Look look) {

    /** How it stands at one glance. */
    enum Look {
        ON,
        OFF,
        MISSING
    }

    static FeatureView of(Entitlement entitlement) {
        return new FeatureView(name(entitlement), state(entitlement), entitlement.description(), look(entitlement));
    }

    /** A partner's bundle that is in quarantine. */
    static FeatureView of(Held held) {
        String state = switch (held.reason()) {
            case THREW -> Messages.partnerThrew;
            case STALLED -> Messages.partnerStalled;
            case LEAKED_THREADS -> Messages.partnerLeaked;
        };
        return new FeatureView(held.name(), state, Messages.partnerAgain, Look.MISSING);
    }

    /** What a screen reader says of it. */
    String reading() {
        return name + ". " + state;
    }

    private static Look look(Entitlement entitlement) {
        if (entitlement.active()) {
            return Look.ON;
        }
        return entitlement.reason() == Entitlement.Reason.MISSING_BUNDLE ? Look.MISSING : Look.OFF;
    }

    /** Ours have a name for people also where no bundle gives them one. */
    private static String name(Entitlement entitlement) {
        if (!entitlement.label().equals(entitlement.id())) {
            return entitlement.label();
        }
        return switch (entitlement.id()) {
            case EntitlementService.RECORDING -> Messages.recording;
            case EntitlementService.CONFERENCE -> Messages.conference;
            case "centralino.video" -> Messages.video;
            default -> entitlement.id();
        };
    }

    private static String state(Entitlement entitlement) {
        boolean on = entitlement.active();
        String why = switch (entitlement.reason()) {
            case PROFILE -> on ? Messages.onByProfile : Messages.offByProfile;
            case DEFAULT -> on ? Messages.onByDefault : Messages.offByDefault;
            case MISSING_BUNDLE -> Messages.missing;
        };
        String policy = switch (entitlement.policy()) {
            case "", "true" -> "";
            case "on-demand" -> Messages.onDemand;
            case "automatic" -> Messages.automatic;
            default -> entitlement.policy();
        };
        return policy.isEmpty() ? why : NLS.bind(Messages.withPolicy, why, policy);
    }
}
