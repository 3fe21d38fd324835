/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
/** The call strip with its keypad, and under it the calls that wait for the operator. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.centralino.ui.callcontrol.internal;
