/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.codec;

import javax.media.Buffer;
import javax.media.Format;
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

/** Linear sound to G.722, in steps of 10 ms so that every packet time is a whole number of them. */
public final class G722Encoder extends AbstractCodec2 {

    private static final int STEP_SAMPLES = G722.SAMPLE_RATE / 100;
    private static final int STEP_BYTES = 2 * STEP_SAMPLES;

    private @Nullable AVCodecContext context;
    private @Nullable AVFrame frame;
    private @Nullable AVPacket packet;

    public G722Encoder() {
        super("G.722 encoder by FFmpeg", AudioFormat.class, G722.encoded());
        inputFormats = G722.linear();
    }

    /** RTP timestamps come from the format, so it must know how long its bytes last. */
    @Override
    public @Nullable Format getOutputFormat() {
        Format present = super.getOutputFormat();
        return present == null || present instanceof Encoded ? present : setOutputFormat(new Encoded());
    }

    private static final class Encoded extends AudioFormat {

        Encoded() {
            super(G722.encoded()[0].getEncoding(), 8000, NOT_SPECIFIED, 1);
        }

        @Override
        public long computeDuration(long length) {
            return G722.duration(length);
        }
    }

    @Override
    protected void doOpen() throws ResourceUnavailableException {
        AVCodecContext opened =
                avcodec.avcodec_alloc_context3(avcodec.avcodec_find_encoder(avcodec.AV_CODEC_ID_ADPCM_G722));
        opened.sample_rate(G722.SAMPLE_RATE);
        opened.sample_fmt(avutil.AV_SAMPLE_FMT_S16);
        opened.frame_size(STEP_SAMPLES);
        avutil.av_channel_layout_default(opened.ch_layout(), 1);
        context = opened;
        if (avcodec.avcodec_open2(opened, opened.codec(), (AVDictionary) null) < 0) {
            doClose();
            throw new ResourceUnavailableException("FFmpeg's G.722 encoder");
        }
        AVFrame samples = avutil.av_frame_alloc();
        samples.nb_samples(STEP_SAMPLES);
        samples.format(avutil.AV_SAMPLE_FMT_S16);
        samples.sample_rate(G722.SAMPLE_RATE);
        avutil.av_channel_layout_default(samples.ch_layout(), 1);
        avutil.av_frame_get_buffer(samples, 0);
        frame = samples;
        packet = avcodec.av_packet_alloc();
    }

    @Override
    protected void doClose() {
        AVCodecContext lastContext = context;
        AVFrame lastFrame = frame;
        AVPacket lastPacket = packet;
        context = null;
        frame = null;
        packet = null;
        if (lastContext != null) {
            avcodec.avcodec_free_context(lastContext);
        }
        if (lastFrame != null) {
            avutil.av_frame_free(lastFrame);
        }
        if (lastPacket != null) {
            avcodec.av_packet_free(lastPacket);
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
        AVCodecContext to = context;
        AVFrame samples = frame;
        AVPacket bits = packet;
        if (to == null || samples == null || bits == null || !(in.getData() instanceof byte[] data)) {
            return BUFFER_PROCESSED_FAILED;
        }
        int steps = in.getLength() / STEP_BYTES;
        byte[] encoded = validateByteArraySize(out, steps * STEP_BYTES / 4, false);
        int length = 0;
        for (int i = 0; i < steps; i++) {
            avutil.av_frame_make_writable(samples);
            samples.data(0).position(0).put(data, in.getOffset() + i * STEP_BYTES, STEP_BYTES);
            if (avcodec.avcodec_send_frame(to, samples) < 0) {
                return BUFFER_PROCESSED_FAILED;
            }
            while (avcodec.avcodec_receive_packet(to, bits) >= 0) {
                int size = Math.min(bits.size(), encoded.length - length);
                bits.data().position(0).get(encoded, length, size);
                length += size;
                avcodec.av_packet_unref(bits);
            }
        }
        out.setOffset(0);
        out.setLength(length);
        out.setFormat(getOutputFormat());
        out.setDuration(G722.duration(length));
        return length > 0 ? BUFFER_PROCESSED_OK : BUFFER_PROCESSED_OK | OUTPUT_BUFFER_NOT_FILLED;
    }
}
