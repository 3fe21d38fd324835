/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
/** The list of contacts under the box, and how their sources stand. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.centralino.ui.directory.internal;
