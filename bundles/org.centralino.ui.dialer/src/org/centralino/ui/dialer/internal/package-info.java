/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
/** The box for searching and dialling. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.centralino.ui.dialer.internal;
