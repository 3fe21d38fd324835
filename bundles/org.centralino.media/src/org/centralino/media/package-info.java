/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
/** Sound of calls: legs that carry RTP, the graph that joins them to microphone and speaker. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.centralino.media;
