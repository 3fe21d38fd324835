/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.callcontrol.internal.features;

import static org.assertj.core.api.Assertions.assertThat;

import org.centralino.entitlement.Entitlement;
import org.centralino.entitlement.Entitlement.Reason;
import org.centralino.entitlement.EntitlementService;
import org.eclipse.osgi.util.NLS;
import org.junit.jupiter.api.Test;

class FeatureViewTest {

    @Test
    void each_reason_has_words_of_its_own() {
        assertThat(state(true, Reason.PROFILE, "true")).isEqualTo(Messages.onByProfile);
        assertThat(state(true, Reason.DEFAULT, "true")).isEqualTo(Messages.onByDefault);
        assertThat(state(false, Reason.PROFILE, "")).isEqualTo(Messages.offByProfile);
        assertThat(state(false, Reason.DEFAULT, "")).isEqualTo(Messages.offByDefault);
        assertThat(state(false, Reason.MISSING_BUNDLE, "true")).isEqualTo(Messages.missing);
    }

    @Test
    void a_policy_is_said_beside_it() {
        assertThat(state(true, Reason.PROFILE, "on-demand"))
                .isEqualTo(NLS.bind(Messages.withPolicy, Messages.onByProfile, Messages.onDemand));
        assertThat(state(true, Reason.PROFILE, "weekdays")).endsWith("(weekdays)");
    }

    @Test
    void what_is_missing_is_seen_at_a_glance() {
        assertThat(view("x", "X", false, Reason.MISSING_BUNDLE, "true").look()).isEqualTo(FeatureView.Look.MISSING);
        assertThat(view("x", "X", false, Reason.DEFAULT, "").look()).isEqualTo(FeatureView.Look.OFF);
        assertThat(view("x", "X", true, Reason.DEFAULT, "true").look()).isEqualTo(FeatureView.Look.ON);
    }

    @Test
    void our_own_have_a_name_where_no_bundle_gives_them_one() {
        String id = EntitlementService.CONFERENCE;
        assertThat(view(id, id, false, Reason.MISSING_BUNDLE, "true").name()).isEqualTo(Messages.conference);
        assertThat(view(id, "Meetings", true, Reason.PROFILE, "true").reading())
                .isEqualTo("Meetings. " + Messages.onByProfile);
        assertThat(view("com.example.crm", "com.example.crm", false, Reason.MISSING_BUNDLE, "true")
                        .name())
                .isEqualTo("com.example.crm");
    }

    private static String state(boolean active, Reason reason, String policy) {
        return view("com.example.x", "X", active, reason, policy).state();
    }

    private static FeatureView view(String id, String label, boolean active, Reason reason, String policy) {
        return FeatureView.of(new Entitlement(id, label, "", active, reason, policy));
    }
}
