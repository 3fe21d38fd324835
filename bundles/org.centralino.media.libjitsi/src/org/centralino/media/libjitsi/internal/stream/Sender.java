/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.stream;

import java.io.IOException;
import java.util.Arrays;
import org.centralino.media.SoundGraph;
import org.centralino.media.libjitsi.internal.codec.SpeechEncoder;
import org.centralino.media.libjitsi.internal.rtp.RtpEndpoint;
import org.centralino.media.libjitsi.internal.rtp.RtpPacket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The sending side of one codec: gathers frames of the graph, encodes them and hands packets to the endpoint. */
final class Sender implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Sender.class);

    private final SpeechEncoder encoder;
    private final RtpEndpoint endpoint;
    private final Resampler toCodec;
    private final short[] frame = new short[SoundGraph.FRAME];
    private final short[] gathered;
    private final byte[] packet = new byte[RtpPacket.LONGEST];
    private final int timestampStep;
    private int fill;
    private int sequence;
    private int timestamp;
    private boolean failed;

    /**
     * @param packetMs how much sound a packet holds
     */
    Sender(SpeechEncoder encoder, int clockRate, int packetMs, RtpEndpoint endpoint) {
        this.encoder = encoder;
        this.endpoint = endpoint;
        toCodec = Resampler.down(encoder.rate());
        gathered = new short[encoder.rate() / 1000 * packetMs];
        timestampStep = clockRate / 1000 * packetMs;
        begin();
    }

    /** The first packet leaves with the next frame: what would have been gathered before is silence. */
    void begin() {
        Arrays.fill(gathered, (short) 0);
        fill = gathered.length - encoder.rate() / 100;
    }

    void write(short[] sound) {
        int count = toCodec.convert(sound, sound.length, frame);
        System.arraycopy(frame, 0, gathered, fill, count);
        fill += count;
        if (fill == gathered.length) {
            fill = 0;
            send();
        }
    }

    private void send() {
        int length = encoder.encode(gathered, gathered.length, packet, RtpPacket.HEADER);
        RtpPacket.begin(packet, sequence++, timestamp);
        timestamp += timestampStep;
        try {
            if (length > 0) {
                endpoint.send(packet, 0, RtpPacket.HEADER + length);
            }
            failed = false;
        } catch (IOException e) {
            if (!failed) {
                LOG.warn("Sound of port {} cannot be sent: {}", endpoint.port(), e.toString());
            }
            failed = true;
        }
    }

    void expectLoss(int percent) {
        encoder.expectLoss(percent);
    }

    @Override
    public void close() {
        encoder.close();
    }
}
