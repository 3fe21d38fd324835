/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
/** The Record button, what is said of recordings, and where they are listened to. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.centralino.recording.ui.internal;
