/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
/** What a bundle implements to put a button into the call strip. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.centralino.ui.callcontrol;
