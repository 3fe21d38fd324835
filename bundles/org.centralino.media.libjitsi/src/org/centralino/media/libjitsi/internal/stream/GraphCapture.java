/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.stream;

import java.io.IOException;
import javax.media.Buffer;
import javax.media.CaptureDeviceInfo;
import javax.media.Format;
import javax.media.control.FormatControl;
import javax.media.protocol.BufferTransferHandler;
import org.centralino.media.SoundGraph;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.jitsi.impl.neomedia.codec.AbstractCodec2;
import org.jitsi.impl.neomedia.jmfext.media.protocol.AbstractPushBufferCaptureDevice;
import org.jitsi.impl.neomedia.jmfext.media.protocol.AbstractPushBufferStream;

/** What a stream of libjitsi takes for its microphone: the graph's sound for the far side, at the codec's rate. */
@NonNullByDefault({})
final class GraphCapture extends AbstractPushBufferCaptureDevice {

    private final LegSound sound;
    private final int rate;
    private final int chunk;

    /**
     * @param rate the codec's samples per second
     * @param millis how much is handed on at a time
     */
    GraphCapture(LegSound sound, int rate, int millis) {
        this.sound = sound;
        this.rate = rate;
        chunk = SoundGraph.RATE / 1000 * millis;
    }

    @Override
    public CaptureDeviceInfo getCaptureDeviceInfo() {
        return new CaptureDeviceInfo("centralino", getLocator(), getSupportedFormats(0));
    }

    @Override
    protected Format[] getSupportedFormats(int streamIndex) {
        return new Format[] {LinearFormat.of(rate)};
    }

    @Override
    protected AbstractPushBufferStream<?> createStream(int streamIndex, FormatControl formatControl) {
        return new Microphone(this, formatControl);
    }

    private final class Microphone extends AbstractPushBufferStream<GraphCapture> {

        private final short[] atGraphRate = new short[chunk];
        private final short[] atCodecRate = new short[chunk];
        private final Resampler resampler = Resampler.down(rate);
        private int ready;
        private @Nullable Thread thread;

        Microphone(GraphCapture source, FormatControl formatControl) {
            super(source, formatControl);
        }

        @Override
        public synchronized void start() throws IOException {
            if (thread == null) {
                Thread next = Thread.ofPlatform()
                        .name("centralino-leg-capture")
                        .daemon()
                        .priority(Thread.MAX_PRIORITY - 1)
                        .unstarted(this::run);
                thread = next;
                sound.forgetToPeer();
                next.start();
            }
        }

        @Override
        public synchronized void stop() throws IOException {
            // Not waited for: it may be inside libjitsi, which then waits for us.
            thread = null;
        }

        private synchronized boolean isCurrent() {
            return thread == Thread.currentThread();
        }

        private void run() {
            try {
                while (isCurrent()) {
                    BufferTransferHandler handler = transferHandler;
                    if (sound.takeToPeer(atGraphRate) && handler != null) {
                        ready = resampler.convert(atGraphRate, chunk, atCodecRate);
                        handler.transferData(this);
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void read(Buffer buffer) {
            byte[] data = AbstractCodec2.validateByteArraySize(buffer, 2 * ready, false);
            buffer.setFormat(getFormat());
            buffer.setOffset(0);
            buffer.setLength(LinearFormat.toBytes(atCodecRate, ready, data));
            buffer.setFlags(Buffer.FLAG_LIVE_DATA | Buffer.FLAG_SYSTEM_TIME);
            buffer.setTimeStamp(System.nanoTime());
        }
    }
}
