/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
/** The view of past calls. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.centralino.ui.history.internal;
