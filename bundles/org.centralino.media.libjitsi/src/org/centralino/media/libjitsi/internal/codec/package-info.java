/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
/** Codecs and what fills the gaps of a stream: Opus by libjitsi's natives, G.722 by FFmpeg, G.711 by tables. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.centralino.media.libjitsi.internal.codec;
