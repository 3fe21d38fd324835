/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.entitlement.internal;

import java.util.List;

/**
 * A feature as its bundle declares it. Immutable.
 *
 * @param policy what is granted where the profile is silent; may be empty
 * @param needs symbolic names of bundles, ids of Conditions and of other features, without which it is not there
 */
record Feature(String id, String label, String description, String policy, List<String> needs) {}
