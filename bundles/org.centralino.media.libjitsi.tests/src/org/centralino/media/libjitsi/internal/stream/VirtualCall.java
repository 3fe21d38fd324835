/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.stream;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.centralino.media.Codec;
import org.centralino.media.FrameSource;
import org.centralino.media.SoundGraph;
import org.centralino.media.libjitsi.internal.codec.Codecs;
import org.centralino.media.libjitsi.internal.codec.SpeechDecoder;
import org.centralino.media.libjitsi.internal.codec.SpeechEncoder;

/** A far side, a network and the ticks of the graph in a time of their own, which takes as long as computing does. */
final class VirtualCall implements AutoCloseable {

    private static final int PACKET_MS = 20;
    private static final long START_MICROS = 1_000_000_000L;

    /** What the network does with a packet. */
    interface Network {

        /** Microseconds on the way, negative when it is lost. */
        long delay(int packet);
    }

    final Playout playout;
    private final SpeechEncoder encoder;
    private final Resampler down;
    private final FrameSource voice;
    private final int clockStep;
    private final PriorityQueue<Arrival> network =
            new PriorityQueue<>(Comparator.comparing(Arrival::micros).thenComparing(Arrival::number));
    private final double farClock;
    private Network line = packet -> 0;
    private int sent;
    private long pulls;
    private final short[] heard = new short[SoundGraph.FRAME];

    private record Arrival(long micros, int number, int timestamp, byte[] data, int length) {}

    /**
     * @param farClock seconds of the far side's in one of ours
     */
    VirtualCall(Codec codec, SpeechDecoder decoder, FrameSource voice, double farClock) throws Exception {
        Bench.natives().get();
        playout = new Playout(decoder, codec.clockRate());
        encoder = Codecs.encoder(codec);
        encoder.expectLoss(20);
        down = Resampler.down(encoder.rate());
        clockStep = codec.clockRate() / 1000 * PACKET_MS;
        this.voice = voice;
        this.farClock = farClock;
    }

    void over(Network network) {
        line = network;
    }

    private long nowMicros() {
        return START_MICROS + pulls * 10_000;
    }

    /** Goes on for so long; returns what was heard, a frame for each tick. */
    List<short[]> run(double seconds) {
        List<short[]> all = new ArrayList<>();
        for (int i = 0; i < seconds * 100; i++) {
            all.add(tick().clone());
        }
        return all;
    }

    /** As {@link #run}, keeping nothing. */
    void pass(double seconds) {
        for (int i = 0; i < seconds * 100; i++) {
            tick();
        }
    }

    private short[] tick() {
        pulls++;
        for (long due = sendingTime(); due <= nowMicros(); due = sendingTime()) {
            speak(due);
        }
        while (!network.isEmpty() && network.element().micros <= nowMicros()) {
            Arrival arrival = network.remove();
            playout.received(arrival.timestamp, arrival.data, 12, 12 + arrival.length, arrival.micros * 1000);
        }
        // The graph's thread is a bit late now and then.
        long late = pulls % 7 == 0 ? 900 : 100;
        if (!playout.pull(heard, (nowMicros() + late) * 1000)) {
            Arrays.fill(heard, (short) 0);
        }
        return heard;
    }

    private long sendingTime() {
        return START_MICROS + 3_000 + (long) (sent * (PACKET_MS * 1000) / farClock);
    }

    private void speak(long micros) {
        short[] frame = new short[SoundGraph.FRAME];
        short[] packet = new short[encoder.rate() / 1000 * PACKET_MS];
        short[] converted = new short[SoundGraph.FRAME];
        for (int i = 0; i < PACKET_MS / 10; i++) {
            voice.read(frame);
            int count = down.convert(frame, frame.length, converted);
            System.arraycopy(converted, 0, packet, i * count, count);
        }
        byte[] data = new byte[1500];
        int length = encoder.encode(packet, packet.length, data, 12);
        long delay = line.delay(sent);
        if (delay >= 0) {
            network.add(new Arrival(micros + delay, sent, 0xFFFF0000 + sent * clockStep, data, length));
        }
        sent++;
    }

    int sent() {
        return sent;
    }

    @Override
    public void close() {
        playout.close();
        encoder.close();
    }
}
