/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
/** G.722 (RFC 3551, 4.5.2) by FFmpeg, as a pair of codecs for libjitsi, whose own is missing on Linux. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.centralino.media.libjitsi.internal.g722;
