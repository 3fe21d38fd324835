/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.codec;

import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.Loader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What both directions of G.722 (RFC 3551, 4.5.2) by FFmpeg share. */
public final class G722 {

    private static final Logger LOG = LoggerFactory.getLogger(G722.class);

    /** Samples per second of the sound; RTP's clock says 8000 for historical reasons. */
    static final int SAMPLE_RATE = 16_000;

    private G722() {}

    /** Whether FFmpeg's classes and its natives for this platform are installed; loads neither. */
    public static boolean isInstalled() {
        try {
            String platform = Loader.Detector.getPlatform();
            String folder = "/org/bytedeco/ffmpeg/" + platform + '/';
            return List.of("libjniavcodec.so", "libjniavcodec.dylib", "jniavcodec.dll").stream()
                    .anyMatch(name -> avcodecResource(folder + name));
        } catch (LinkageError e) {
            LOG.debug("FFmpeg is not installed: {}", e.toString());
            return false;
        }
    }

    private static boolean avcodecResource(String name) {
        // A class literal initializes nothing, so the natives are not loaded.
        return AVCodec.class.getResource(name) != null;
    }

    /** Loads FFmpeg, which takes a while the first time: it is unpacked. */
    public static void load() {
        Loader.load(avcodec.class);
        avutil.av_log_set_level(avutil.AV_LOG_ERROR);
    }
}
