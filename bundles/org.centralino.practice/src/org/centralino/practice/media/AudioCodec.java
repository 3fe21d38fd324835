/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.practice.media;

import java.io.IOException;
import java.util.Arrays;
import org.eclipse.jdt.annotation.Nullable;

/** Turns 20 ms frames of mono PCM into RTP payloads and back; used by one call, on one thread a direction. */
public interface AudioCodec {

    /** Rate of the PCM in Hz; for the codecs here it is the RTP clock as well. */
    int sampleRate();

    byte[] encode(short[] frame) throws IOException;

    /** Payloads come from the network: anything may be in them. */
    short[] decode(byte[] payload) throws IOException;

    default int samplesPerFrame() {
        return sampleRate() / 50;
    }

    /** @return null for a format this exchange cannot hear */
    static @Nullable AudioCodec of(Format format) {
        return switch (format.encoding()) {
            case "pcmu" -> new G711Codec(G711.MU_LAW);
            case "pcma" -> new G711Codec(G711.A_LAW);
            case "opus" -> new OpusCodec();
            default -> null;
        };
    }

    static boolean supports(Format format) {
        return Arrays.asList("opus", "pcmu", "pcma").contains(format.encoding());
    }
}
