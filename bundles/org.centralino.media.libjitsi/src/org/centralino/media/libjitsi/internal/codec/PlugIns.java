/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.codec;

import java.util.List;
import java.util.Vector;
import javax.media.Codec;
import javax.media.PlugInManager;

/** Which codecs libjitsi finds, by name. To be changed before the first stream. */
public final class PlugIns {

    private static final String LIBJITSI = "org.jitsi.impl.neomedia.codec.audio.";

    private PlugIns() {}

    /** Opus of ours in the place of libjitsi's. */
    public static void registerOpus() {
        remove("opus.JNIDecoder");
        remove("opus.JNIEncoder");
        add(new OpusDecoder());
        add(new OpusEncoder());
    }

    /** libjitsi's G.722 is listed but missing on Linux, and hangs a stream that takes it. */
    public static void removeG722() {
        remove("g722.JNIDecoderImpl");
        remove("g722.JNIEncoderImpl");
    }

    /** FFmpeg's G.722, which must be loaded. */
    public static void registerG722() {
        add(new G722Decoder());
        add(new G722Encoder());
    }

    private static void remove(String name) {
        PlugInManager.removePlugIn(LIBJITSI + name, PlugInManager.CODEC);
    }

    private static void add(Codec codec) {
        String name = codec.getClass().getName();
        PlugInManager.addPlugIn(
                name, codec.getSupportedInputFormats(), codec.getSupportedOutputFormats(null), PlugInManager.CODEC);
        // The first that fits is taken.
        Vector<String> order = new Vector<>(List.of(name));
        for (Object other : PlugInManager.getPlugInList(null, null, PlugInManager.CODEC)) {
            if (!name.equals(other)) {
                order.add(String.valueOf(other));
            }
        }
        PlugInManager.setPlugInList(order, PlugInManager.CODEC);
    }
}
