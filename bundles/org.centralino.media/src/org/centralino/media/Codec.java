/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media;

/**
 * An audio codec as SDP names it (RFC 8866, 6.6). Immutable.
 *
 * @param encoding the encoding name in SDP's usual spelling, for instance {@code opus}, {@code G722}, {@code PCMU}
 * @param clockRate RTP clock in Hz (8000 for G722 by RFC 3551, 4.5.2)
 * @param channels as in rtpmap (2 for opus by RFC 7587)
 * @param staticPayloadType the number of RFC 3551, or -1 for a dynamic one
 * @param fmtp format parameters to offer, empty for none
 */
public record Codec(String encoding, int clockRate, int channels, int staticPayloadType, String fmtp) {}
