/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
/** libjitsi: its start, its streams, and the device of ours that joins a stream to the graph. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.centralino.media.libjitsi.internal.stream;
