/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
/** RTP and RTCP (RFC 3550, 4733, 4961) between the sockets and libjitsi's streams. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.centralino.media.libjitsi.internal.rtp;
