/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
/** Recordings to be heard. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.centralino.recording.internal.play;
