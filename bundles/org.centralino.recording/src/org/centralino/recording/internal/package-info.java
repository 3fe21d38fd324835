/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
/** Records calls: which, from when to when, and what is told of it. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.centralino.recording.internal;
