/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
/** What was recorded: rows, files, and the chain that shows changes. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.centralino.recording.internal.store;
