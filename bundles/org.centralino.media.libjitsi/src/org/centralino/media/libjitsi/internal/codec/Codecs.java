/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.codec;

import java.io.IOException;
import java.util.Locale;
import org.centralino.media.Codec;

/** The codecs there are. */
public final class Codecs {

    private Codecs() {}

    /** A decoder for one stream; its natives must be loaded. */
    public static SpeechDecoder decoder(Codec codec) throws IOException {
        return switch (codec.encoding().toUpperCase(Locale.ROOT)) {
            case "OPUS" -> new OpusDecoder();
            case "G722" -> new G722Decoder();
            case "PCMA" -> new G711Decoder(G711.A_LAW);
            case "PCMU" -> new G711Decoder(G711.MU_LAW);
            default -> throw new IOException("No decoder for " + codec.encoding());
        };
    }

    /** An encoder for one stream; its natives must be loaded. */
    public static SpeechEncoder encoder(Codec codec) throws IOException {
        return switch (codec.encoding().toUpperCase(Locale.ROOT)) {
            case "OPUS" -> new OpusEncoder(codec.fmtp());
            case "G722" -> new G722Encoder();
            case "PCMA" -> new G711Encoder(G711.A_LAW);
            case "PCMU" -> new G711Encoder(G711.MU_LAW);
            default -> throw new IOException("No encoder for " + codec.encoding());
        };
    }

    /** Milliseconds that packets of this codec last when the far side wishes for {@code wanted}. */
    public static int packetMs(Codec codec, int wanted) {
        int tens = Math.max(10, Math.min(60, wanted <= 0 ? 20 : wanted / 10 * 10));
        // RFC 6716, 2.1.4: Opus has no frames of 30 and 50 ms.
        return codec.encoding().equalsIgnoreCase("opus") && (tens == 30 || tens == 50) ? tens - 10 : tens;
    }
}
