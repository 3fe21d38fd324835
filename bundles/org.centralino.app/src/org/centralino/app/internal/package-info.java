/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
/** The RCP application: sign-in, window, perspective. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.centralino.app.internal;
