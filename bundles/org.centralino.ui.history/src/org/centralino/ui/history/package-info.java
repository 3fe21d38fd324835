/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
/** Past calls, for views that show a part of them. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.centralino.ui.history;
