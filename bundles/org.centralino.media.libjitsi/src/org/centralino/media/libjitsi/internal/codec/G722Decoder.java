/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.codec;

import javax.media.Buffer;
import javax.media.ResourceUnavailableException;
import javax.media.format.AudioFormat;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.jitsi.impl.neomedia.codec.AbstractCodec2;

/** G.722 to linear sound. */
public final class G722Decoder extends AbstractCodec2 {

    /** Longer payloads than a packet can hold are not decoded. */
    private static final int LONGEST = 1500;

    private @Nullable AVCodecContext context;
    private @Nullable AVFrame frame;

    public G722Decoder() {
        super("G.722 decoder by FFmpeg", AudioFormat.class, G722.linear());
        inputFormats = G722.encoded();
    }

    @Override
    protected void doOpen() throws ResourceUnavailableException {
        AVCodecContext opened =
                avcodec.avcodec_alloc_context3(avcodec.avcodec_find_decoder(avcodec.AV_CODEC_ID_ADPCM_G722));
        opened.sample_rate(G722.SAMPLE_RATE);
        avutil.av_channel_layout_default(opened.ch_layout(), 1);
        context = opened;
        if (avcodec.avcodec_open2(opened, opened.codec(), (AVDictionary) null) < 0) {
            doClose();
            throw new ResourceUnavailableException("FFmpeg's G.722 decoder");
        }
        frame = avutil.av_frame_alloc();
    }

    @Override
    protected void doClose() {
        AVCodecContext lastContext = context;
        AVFrame lastFrame = frame;
        context = null;
        frame = null;
        if (lastContext != null) {
            avcodec.avcodec_free_context(lastContext);
        }
        if (lastFrame != null) {
            avutil.av_frame_free(lastFrame);
        }
    }

    @Override
    public synchronized void open() throws ResourceUnavailableException {
        super.open();
    }

    @Override
    public synchronized void close() {
        super.close();
    }

    @Override
    @NonNullByDefault({})
    public synchronized int process(Buffer in, Buffer out) {
        return opened ? super.process(in, out) : BUFFER_PROCESSED_FAILED;
    }

    @Override
    @NonNullByDefault({})
    protected int doProcess(Buffer in, Buffer out) {
        AVCodecContext from = context;
        AVFrame samples = frame;
        int length = in.getLength();
        if (from == null
                || samples == null
                || length <= 0
                || length > LONGEST
                || !(in.getData() instanceof byte[] data)) {
            return BUFFER_PROCESSED_FAILED;
        }
        if (!send(from, data, in.getOffset(), length)) {
            return BUFFER_PROCESSED_FAILED;
        }
        byte[] decoded = validateByteArraySize(out, 4 * length, false);
        int count = 0;
        while (avcodec.avcodec_receive_frame(from, samples) >= 0) {
            int size = Math.min(2 * samples.nb_samples(), decoded.length - count);
            samples.data(0).position(0).get(decoded, count, size);
            count += size;
            avutil.av_frame_unref(samples);
        }
        out.setOffset(0);
        out.setLength(count);
        out.setFormat(getOutputFormat());
        out.setDuration(G722.duration(length));
        return count > 0 ? BUFFER_PROCESSED_OK : BUFFER_PROCESSED_OK | OUTPUT_BUFFER_NOT_FILLED;
    }

    private static boolean send(AVCodecContext to, byte[] data, int offset, int length) {
        AVPacket packet = avcodec.av_packet_alloc();
        try {
            if (avcodec.av_new_packet(packet, length) < 0) {
                return false;
            }
            packet.data().position(0).put(data, offset, length);
            return avcodec.avcodec_send_packet(to, packet) >= 0;
        } finally {
            avcodec.av_packet_free(packet);
        }
    }
}
