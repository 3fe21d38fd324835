/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
/** The desk view and what the platform fragments fill. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.centralino.ui.internal;
