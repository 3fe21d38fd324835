/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
/** The column at the left, composed of sections that bundles contribute. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.centralino.ui.desk;
