/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
/** The directory of one user: what is searched, what is the user's own, and who tells of changes. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.centralino.directory.internal;
