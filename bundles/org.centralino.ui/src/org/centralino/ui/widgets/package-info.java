/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
/** Small drawn controls, each with a name, a role, an action and a key. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.centralino.ui.widgets;
