/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
/** The index on disk, one for each source, and searching in all of them. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.centralino.directory.internal.index;
