/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.conference.internal;

import org.centralino.telephony.Call;
import org.centralino.telephony.ConferenceService;
import org.centralino.ui.callcontrol.CallsElsewhere;
import org.centralino.ui.dialer.BoxPurpose;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.propertytypes.SatisfyingConditionTarget;

/** What the feature is while the user has it. Members are shown in its list, not among the calls that wait. */
@Component(service = {ConferenceFeature.class, CallsElsewhere.class})
@SatisfyingConditionTarget("(osgi.condition.id=centralino.conference)")
public final class ConferenceFeature implements CallsElsewhere {

    private final Gathering gathering;

    @Activate
    public ConferenceFeature(@Reference ConferenceService conference, BundleContext context) {
        gathering = new Gathering(conference, purpose -> {
            ServiceRegistration<BoxPurpose> box = context.registerService(BoxPurpose.class, purpose, null);
            return box::unregister;
        });
    }

    Gathering gathering() {
        return gathering;
    }

    @Override
    public boolean shows(Call call) {
        return call.conference() != null;
    }

    @Deactivate
    void withdrawn() {
        gathering.end();
    }
}
