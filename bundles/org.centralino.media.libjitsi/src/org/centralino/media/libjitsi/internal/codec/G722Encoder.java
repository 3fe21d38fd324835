/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.codec;

import java.io.IOException;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;

/** Sound to G.722 by FFmpeg, in steps of 10 ms so that every packet time is a whole number of them. */
final class G722Encoder implements SpeechEncoder {

    private static final int STEP = G722.SAMPLE_RATE / 100;

    private final AVCodecContext context;
    private final AVFrame frame = avutil.av_frame_alloc();
    private final AVPacket packet = avcodec.av_packet_alloc();
    private final byte[] bytes = new byte[2 * STEP];

    G722Encoder() throws IOException {
        context = avcodec.avcodec_alloc_context3(avcodec.avcodec_find_encoder(avcodec.AV_CODEC_ID_ADPCM_G722));
        context.sample_rate(G722.SAMPLE_RATE);
        context.sample_fmt(avutil.AV_SAMPLE_FMT_S16);
        context.frame_size(STEP);
        avutil.av_channel_layout_default(context.ch_layout(), 1);
        if (avcodec.avcodec_open2(context, context.codec(), (AVDictionary) null) < 0) {
            close();
            throw new IOException("FFmpeg's G.722 encoder does not open");
        }
        frame.nb_samples(STEP);
        frame.format(avutil.AV_SAMPLE_FMT_S16);
        frame.sample_rate(G722.SAMPLE_RATE);
        avutil.av_channel_layout_default(frame.ch_layout(), 1);
        avutil.av_frame_get_buffer(frame, 0);
    }

    @Override
    public int rate() {
        return G722.SAMPLE_RATE;
    }

    @Override
    public int encode(short[] samples, int count, byte[] out, int offset) {
        int length = 0;
        for (int from = 0; from + STEP <= count; from += STEP) {
            for (int i = 0; i < STEP; i++) {
                bytes[2 * i] = (byte) samples[from + i];
                bytes[2 * i + 1] = (byte) (samples[from + i] >> 8);
            }
            avutil.av_frame_make_writable(frame);
            frame.data(0).position(0).put(bytes, 0, bytes.length);
            if (avcodec.avcodec_send_frame(context, frame) < 0) {
                return 0;
            }
            while (avcodec.avcodec_receive_packet(context, packet) >= 0) {
                int size = Math.min(packet.size(), out.length - offset - length);
                packet.data().position(0).get(out, offset + length, size);
                length += size;
                avcodec.av_packet_unref(packet);
            }
        }
        return length;
    }

    @Override
    public void close() {
        avcodec.avcodec_free_context(context);
        avutil.av_frame_free(frame);
        avcodec.av_packet_free(packet);
    }
}
