/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
/** The page of the preferences that says which features the user has, and why. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.centralino.ui.callcontrol.internal.features;
