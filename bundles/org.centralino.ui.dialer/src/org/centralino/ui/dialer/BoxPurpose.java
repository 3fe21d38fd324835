/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.dialer;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Service of who wants whom the box would call, for instance to gather a conference; as long as it is there nobody is just
 * dialled. The same holds for every place where a number can be called. Display thread only; must return at once.
 */
@ConsumerType
public interface BoxPurpose {

    /**
     * What Enter does, to be shown in the box.
     *
     * @param whom a name or a number
     */
    String hint(String whom);

    /**
     * Takes whom the box would call.
     *
     * @throws IllegalArgumentException when {@code target} is nothing that can be dialled
     */
    void take(String target);
}
