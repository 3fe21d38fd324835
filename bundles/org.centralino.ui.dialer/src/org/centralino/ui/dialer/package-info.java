/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
/** How what a person types to call somebody is told back. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.centralino.ui.dialer;
