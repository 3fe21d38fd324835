/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
/** Codecs given to libjitsi in the place of its own: G.722 by FFmpeg, and Opus made safe against closing in mid-packet. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.centralino.media.libjitsi.internal.codec;
