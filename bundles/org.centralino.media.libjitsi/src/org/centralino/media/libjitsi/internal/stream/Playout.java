/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.stream;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.centralino.media.libjitsi.internal.codec.SpeechDecoder;
import org.centralino.media.libjitsi.internal.stream.PacketQueue.Packet;

/**
 * The receiving side of one codec: an adaptive jitter buffer and its decoder. Packets come in as the network has it, exactly
 * one frame goes out for each tick of the graph. Packets wait no longer than {@link DelayEstimate} says; what is missing
 * then is concealed, and the delay is brought to what is wanted by {@link TimeStretch}, which absorbs the drift between
 * the far side's clock and ours too. Time is what callers say it is.
 */
final class Playout implements AutoCloseable {

    private static final long TICK_MICROS = 10_000;
    /** Sound concealed for so long has faded to nothing: the stream starts anew with what comes next. */
    private static final long LONGEST_GAP_MICROS = 200_000;
    /** So far off its time a packet belongs to another count of time. */
    private static final long JUMP_MICROS = 2_000_000;

    private static final long PAUSE_MICROS = 3_000_000;
    /** Beyond what is wanted by so much, packets are left out as a whole. */
    private static final long FAR_TOO_LATE_MICROS = 400_000;

    private final SpeechDecoder decoder;
    private final int rate;
    private final int tick;
    private final int samplesPerClock;
    private final PacketQueue queue = new PacketQueue();
    private final DelayEstimate estimate = new DelayEstimate();
    private final DelayControl control;
    private final LossRate losses = new LossRate();
    private final Resampler toGraph;
    private final short[] block;
    private final short[] decoded;
    private int fill;
    private boolean idle = true;
    private boolean known;
    private long lastTime;
    private long lastArrival;
    /** The time of the sample after the last one decoded. */
    private long nextTime;
    /** Samples concealed since then; what is found lost counts against them. */
    private int concealed;

    private int payloadSamples;
    private long discarded;
    private double waitedMicros = -1;
    private boolean closed;

    Playout(SpeechDecoder decoder, int clockRate) {
        this.decoder = decoder;
        rate = decoder.rate();
        tick = rate / 100;
        samplesPerClock = rate / clockRate;
        toGraph = Resampler.up(rate);
        int longest = rate / 1000 * SpeechDecoder.LONGEST_MS;
        block = new short[2 * longest];
        decoded = new short[2 * longest + 4 * tick];
        control = new DelayControl(rate);
    }

    /** A packet came; its timestamp is in units of the RTP clock. */
    synchronized void received(int timestamp, byte[] data, int start, int end, long nanos) {
        if (closed || end <= start) {
            return;
        }
        long micros = TimeUnit.NANOSECONDS.toMicros(nanos);
        long time = unwrap(timestamp);
        long transit = micros - toMicros(time);
        if (Math.abs(estimate.beyondFastest(transit)) > JUMP_MICROS) {
            estimate.forget();
            queue.clear();
            idle = true;
        } else if (micros - lastArrival > PAUSE_MICROS) {
            // Meanwhile the clocks have drifted apart.
            estimate.forget();
        }
        lastArrival = micros;
        estimate.add(micros, transit);
        if (!idle && time < nextTime) {
            discarded++;
            return;
        }
        if (queue.isFull()) {
            queue.removeFirst();
            discarded++;
        }
        queue.add(time, data, start, end, micros);
    }

    /** In samples, going on where 32 bits wrap. */
    private long unwrap(int timestamp) {
        long clock = lastTime / samplesPerClock;
        long time = (known ? clock + (timestamp - (int) clock) : timestamp & 0xFFFFFFFFL) * samplesPerClock;
        known = true;
        lastTime = time;
        return time;
    }

    private long toMicros(long samples) {
        return samples * 1000 / (rate / 1000);
    }

    /** Fills one frame of the graph, or returns false for silence. */
    synchronized boolean pull(short[] frame, long nanos) {
        long micros = TimeUnit.NANOSECONDS.toMicros(nanos);
        if (closed || idle && !begin(micros)) {
            return false;
        }
        while (fill < tick) {
            more(micros);
        }
        toGraph.convert(decoded, tick, frame);
        fill -= tick;
        System.arraycopy(decoded, tick, decoded, 0, fill);
        return true;
    }

    private boolean begin(long micros) {
        Packet first = queue.first();
        if (first == null || delay(first.time, micros) < wanted() - TICK_MICROS / 2 && !queue.isFull()) {
            return false;
        }
        idle = false;
        nextTime = first.time;
        concealed = 0;
        fill = 0;
        control.restart();
        return true;
    }

    /** How long after the fastest packet's way the sample of this time is due. */
    private long delay(long time, long micros) {
        return estimate.beyondFastest(micros - toMicros(time));
    }

    /** One packet more than jitter asks for is waited where its redundancy makes up for the lost one before it. */
    private long wanted() {
        boolean redundancy = decoder.recovers() && losses.isNoticed();
        return estimate.waitMicros() + (redundancy ? toMicros(payloadSamples) : 0);
    }

    private void more(long micros) {
        Packet first = queue.first();
        while (first != null && first.time < nextTime) {
            discarded++;
            queue.removeFirst();
            first = queue.first();
        }
        if (first == null) {
            conceal(tick);
            return;
        }
        long missing = first.time - nextTime - concealed;
        if (missing <= 0) {
            play(first, micros);
        } else if (toMicros(missing) > JUMP_MICROS) {
            nextTime = first.time;
        } else if (concealed == 0 && missing == payloadSamples && decoder.recovers()) {
            decoder.recover(first.data, 0, first.length, block, payloadSamples);
            append(payloadSamples);
            nextTime = first.time;
            losses.lost();
        } else {
            conceal((int) Math.min(tick, missing));
        }
    }

    private void conceal(int count) {
        concealed += count;
        if (toMicros(concealed) > LONGEST_GAP_MICROS) {
            Arrays.fill(block, 0, tick, (short) 0);
            append(tick);
            idle = true;
            return;
        }
        decoder.conceal(block, count);
        append(count);
    }

    private void play(Packet packet, long micros) {
        long late = delay(packet.time, micros);
        if (late > wanted() + FAR_TOO_LATE_MICROS && queue.size() > 1) {
            queue.removeFirst();
            discarded++;
            Packet next = queue.first();
            nextTime = next == null ? nextTime : next.time;
            return;
        }
        if (packet.time > nextTime) {
            losses.lost();
        }
        int count = decoder.decode(packet.data, 0, packet.length, block);
        queue.removeFirst();
        nextTime = packet.time + count;
        if (count == 0) {
            return;
        }
        losses.arrived();
        concealed = 0;
        payloadSamples = count;
        double waited = micros - packet.arrivalMicros + toMicros(fill);
        waitedMicros = waitedMicros < 0 ? waited : waitedMicros + (waited - waitedMicros) / 16;
        append(control.adjust(block, count, fill, late - wanted()));
    }

    private void append(int count) {
        System.arraycopy(block, 0, decoded, fill, count);
        fill += count;
    }

    /** Packets that came too late to be played. */
    synchronized long discarded() {
        return discarded;
    }

    /** How long packets wait here at present, -1 while there were none. */
    synchronized double waitedMs() {
        return waitedMicros < 0 ? -1 : waitedMicros / 1000;
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            decoder.close();
        }
    }
}
