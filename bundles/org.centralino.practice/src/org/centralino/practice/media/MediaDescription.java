/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.practice.media;

import java.net.InetSocketAddress;
import java.util.List;
import org.eclipse.jdt.annotation.Nullable;

/**
 * One m= section of a session description.
 *
 * @param formatList the formats as they were written, to be repeated when the section is refused
 * @param address where its sender wants RTP, null where it gave none or a name
 */
public record MediaDescription(
        String kind,
        int port,
        String protocol,
        String formatList,
        List<Format> formats,
        Direction direction,
        @Nullable InetSocketAddress address) {

    boolean isPlainRtp() {
        return port > 0 && ("RTP/AVP".equals(protocol) || "RTP/AVPF".equals(protocol));
    }
}
