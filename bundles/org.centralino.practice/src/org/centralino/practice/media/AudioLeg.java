/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.practice.media;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Objects;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.jdt.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sound of one call at the exchange: plays, listens, measures. Methods may be called from any thread.
 */
public final class AudioLeg implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AudioLeg.class);
    /** Digits in the sound are not looked for this long after own sound: it may come back from a loudspeaker. */
    private static final long OWN_SOUND_NANOS = 400_000_000;

    private final SocketPair sockets;
    private final RtpSocket rtp;
    private final Rtcp rtcp;
    private final Reception reception = new Reception();
    private final Listener listener;
    private final ScheduledFuture<?> beat;
    private volatile @Nullable Terms terms;
    private volatile @Nullable Sound sound;
    private volatile boolean relaying;
    private volatile int timestamp = ThreadLocalRandom.current().nextInt();
    private boolean talking;
    private volatile long lastOwnSound = System.nanoTime() - OWN_SOUND_NANOS;
    private int lastEvent;
    private boolean eventsSeen;

    /** An agreement with the machinery for it. */
    private record Terms(
            Agreement agreed,
            @Nullable AudioCodec codec,
            @Nullable ToneMeter meter,
            @Nullable DtmfDetector detector) {}

    public AudioLeg(MediaClock clock, Listener listener) throws IOException {
        this.listener = listener;
        sockets = SocketPair.open();
        rtp = new RtpSocket(sockets.rtp(), this::received);
        rtcp = new Rtcp(sockets.rtcp(), rtp, reception);
        beat = clock.each20Ms(this::beat);
    }

    public int port() {
        return rtp.port();
    }

    public void agree(Agreement agreed) {
        InetSocketAddress remote = agreed.remote();
        if (remote != null) {
            rtp.sendTo(remote);
        }
        Terms before = terms;
        if (before != null && before.agreed().format().equals(agreed.format())) {
            terms = new Terms(agreed, before.codec(), before.meter(), before.detector());
            return;
        }
        AudioCodec codec = AudioCodec.of(agreed.format());
        terms = codec == null
                ? new Terms(agreed, null, null, null)
                : new Terms(
                        agreed,
                        codec,
                        new ToneMeter(codec.sampleRate()),
                        new DtmfDetector(codec.sampleRate(), this::digitInSound));
    }

    public @Nullable Agreement agreement() {
        Terms now = terms;
        return now == null ? null : now.agreed();
    }

    /** @param next what is heard from now on; silence follows when it is over */
    public void play(Sound next) {
        sound = next;
    }

    /** From now on this leg sends only what {@link #send} is given. */
    public void relay() {
        relaying = true;
    }

    public void send(int payloadType, boolean marker, int packetTimestamp, byte[] payload) {
        Terms now = terms;
        if (now != null && now.agreed().direction().sends()) {
            rtp.send(payloadType, marker, packetTimestamp, payload);
        }
    }

    public Report report() {
        Terms now = terms;
        ToneMeter meter = now == null ? null : now.meter();
        return new Report(
                now == null ? null : now.agreed().format().encoding(),
                meter == null ? null : meter.read(),
                reception.received(),
                reception.lost(),
                rtp.sentPackets(),
                rtcp.roundTripMs());
    }

    /** What a leg can say of itself; codec is null before one was agreed. */
    public record Report(
            @Nullable String codec,
            ToneMeter.@Nullable Reading heard,
            long received,
            long lost,
            long sent,
            @Nullable Double roundTripMs) {}

    private void beat() {
        rtcp.tick(timestamp);
        Terms now = terms;
        AudioCodec codec = now == null ? null : now.codec();
        if (now == null || codec == null || relaying) {
            return;
        }
        timestamp += codec.samplesPerFrame();
        if (!now.agreed().direction().sends()) {
            talking = false;
            return;
        }
        try {
            short[] frame = new short[codec.samplesPerFrame()];
            Sound playing = sound;
            if (playing != null && playing.fill(frame, codec.sampleRate())) {
                lastOwnSound = System.nanoTime();
            }
            rtp.send(now.agreed().format().payloadType(), !talking, timestamp, codec.encode(frame));
            talking = true;
        } catch (IOException e) {
            LOG.warn("Sound of a call on port {} not sent", port(), e);
        }
    }

    private void received(RtpPacket packet) {
        Terms now = terms;
        if (now == null) {
            return;
        }
        reception.received(packet, now.agreed().format().clockRate(), System.nanoTime());
        listener.packet(packet);
        Format events = now.agreed().events();
        if (events != null && packet.payloadType() == events.payloadType()) {
            event(packet);
        } else if (packet.payloadType() == now.agreed().format().payloadType()) {
            sound(packet, now);
        }
    }

    private void event(RtpPacket packet) {
        listener.event(packet);
        TelephoneEvent event = TelephoneEvent.parse(packet.payload());
        // All packets of one event carry the timestamp of its beginning.
        if (event != null && !(eventsSeen && packet.timestamp() == lastEvent)) {
            eventsSeen = true;
            lastEvent = packet.timestamp();
            listener.digit(event.digit());
        }
    }

    private void sound(RtpPacket packet, Terms now) {
        AudioCodec codec = now.codec();
        if (codec == null || packet.payload().length == 0) {
            return;
        }
        try {
            short[] samples = codec.decode(packet.payload());
            Objects.requireNonNull(now.meter()).hear(samples);
            if (!eventsSeen) {
                Objects.requireNonNull(now.detector()).hear(samples);
            }
            listener.sound(samples, codec.sampleRate());
        } catch (IOException e) {
            LOG.debug("Payload on port {} dropped: {}", port(), e.getMessage());
        }
    }

    private void digitInSound(char digit) {
        if (System.nanoTime() - lastOwnSound > OWN_SOUND_NANOS) {
            listener.digit(digit);
        }
    }

    @Override
    public void close() {
        beat.cancel(false);
        sockets.close();
    }
}
