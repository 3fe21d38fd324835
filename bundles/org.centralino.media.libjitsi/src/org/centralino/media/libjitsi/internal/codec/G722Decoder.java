/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.codec;

import java.io.IOException;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;

/** G.722 to sound, by FFmpeg. */
final class G722Decoder extends WaveformDecoder {

    private final AVCodecContext context;
    private final AVFrame frame = avutil.av_frame_alloc();
    private final byte[] bytes = new byte[2 * G722.SAMPLE_RATE / 1000 * LONGEST_MS];

    G722Decoder() throws IOException {
        super(G722.SAMPLE_RATE);
        context = avcodec.avcodec_alloc_context3(avcodec.avcodec_find_decoder(avcodec.AV_CODEC_ID_ADPCM_G722));
        context.sample_rate(G722.SAMPLE_RATE);
        avutil.av_channel_layout_default(context.ch_layout(), 1);
        if (avcodec.avcodec_open2(context, context.codec(), (AVDictionary) null) < 0) {
            close();
            throw new IOException("FFmpeg's G.722 decoder does not open");
        }
    }

    @Override
    public int samples(byte[] data, int offset, int length) {
        // A byte holds two samples.
        return 4 * length <= bytes.length ? 2 * length : 0;
    }

    @Override
    int decodeWave(byte[] data, int offset, int length, short[] out) {
        if (!send(data, offset, length)) {
            return 0;
        }
        int count = 0;
        while (avcodec.avcodec_receive_frame(context, frame) >= 0) {
            int samples = Math.min(frame.nb_samples(), 2 * length - count);
            frame.data(0).position(0).get(bytes, 0, 2 * samples);
            for (int i = 0; i < samples; i++) {
                out[count + i] = (short) (bytes[2 * i] & 0xFF | bytes[2 * i + 1] << 8);
            }
            count += samples;
            avutil.av_frame_unref(frame);
        }
        return count;
    }

    private boolean send(byte[] data, int offset, int length) {
        AVPacket packet = avcodec.av_packet_alloc();
        try {
            if (avcodec.av_new_packet(packet, length) < 0) {
                return false;
            }
            packet.data().position(0).put(data, offset, length);
            return avcodec.avcodec_send_packet(context, packet) >= 0;
        } finally {
            avcodec.av_packet_free(packet);
        }
    }

    @Override
    public void close() {
        avcodec.avcodec_free_context(context);
        avutil.av_frame_free(frame);
    }
}
