/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.callcontrol;

import org.centralino.telephony.Call;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Service of who shows some calls in a place of its own: as long as it is there, the strip leaves them out of what waits
 * under it. Display thread; must return at once.
 */
@ConsumerType
@FunctionalInterface
public interface CallsElsewhere {

    /** Whether this call, of any state, is shown there. Asked whenever the strip is; what it says may change in between. */
    boolean shows(Call call);
}
