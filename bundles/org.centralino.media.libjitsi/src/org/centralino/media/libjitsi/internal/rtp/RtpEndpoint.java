/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.rtp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.security.GeneralSecurityException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.centralino.media.CallStatistics;
import org.centralino.media.RtpSession;
import org.eclipse.jdt.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sockets of one leg. What comes from outside is checked here, counted, and handed on as one unbroken stream of one
 * source; what is sent gets the numbers agreed on and goes where the far side is heard from (RFC 4961).
 */
public final class RtpEndpoint implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RtpEndpoint.class);
    private static final int BUFFER = 2048;
    /** RFC 4594: voice is Expedited Forwarding. */
    private static final int TRAFFIC_CLASS = 0xB8;

    private final PortPair ports;
    private final Selector selector;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final StreamNumbering incoming = new StreamNumbering();
    private final StreamNumbering outgoing = new StreamNumbering();
    private final ReceptionStatistics reception = new ReceptionStatistics();
    private final RtcpSession rtcp = new RtcpSession(outgoing, reception);
    private final SourceGate gate = new SourceGate();
    private final ToneReceiver toneReceiver = new ToneReceiver();
    private final ToneSender toneSender = new ToneSender();
    private volatile @Nullable RtpSession session;
    private volatile @Nullable SrtpSession srtp;
    private volatile VoiceListener voiceListener = (type, timestamp, data, start, end, nanos) -> {};
    private volatile @Nullable InetSocketAddress heardFrom;
    private volatile @Nullable InetSocketAddress controlHeardFrom;
    private volatile @Nullable Consumer<Character> toneListener;
    private volatile IntConsumer peerLossListener = percent -> {};
    private volatile long firstReceivedNanos;
    private final LongAdder packetsSent = new LongAdder();
    private final LongAdder bytesSent = new LongAdder();

    private RtpEndpoint(PortPair ports) throws IOException {
        this.ports = ports;
        selector = Selector.open();
        ports.rtp().register(selector, SelectionKey.OP_READ);
        ports.rtcp().register(selector, SelectionKey.OP_READ);
        Thread.ofPlatform()
                .name("centralino-rtp-" + ports.port())
                .daemon()
                .priority(Thread.MAX_PRIORITY - 1)
                .start(this::run);
    }

    /** Binds a free pair, the even port for RTP. */
    public static RtpEndpoint bind(InetAddress local) throws IOException {
        PortPair ports = PortPair.bind(local, TRAFFIC_CLASS);
        try {
            return new RtpEndpoint(ports);
        } catch (IOException e) {
            ports.close();
            throw e;
        }
    }

    public int port() {
        return ports.port();
    }

    public void onTone(Consumer<Character> listener) {
        toneListener = listener;
    }

    /** Who is told what the far side misses, in percent, with each of its reports; called on the endpoint's thread. */
    public void onPeerLoss(IntConsumer listener) {
        peerLossListener = listener;
    }

    /** Starts a telephone event, when those were agreed and the far side listens. */
    public void startTone(char tone) {
        RtpSession now = session;
        if (now != null && now.dtmfSendPayloadType() >= 0 && now.send()) {
            toneSender.start(tone);
        }
    }

    public void stopTone() {
        toneSender.stop();
    }

    /** Who is handed what the far side says; called on the endpoint's thread. */
    public void onVoice(VoiceListener listener) {
        voiceListener = listener;
    }

    /** What was agreed; takes effect with the next packet. */
    public void agree(RtpSession agreed) {
        RtpSession before = session;
        if (before == null) {
            rtcp.begin(System.nanoTime());
        }
        boolean elsewhere = before == null || !before.remote().equals(agreed.remote());
        if (elsewhere) {
            heardFrom = null;
            controlHeardFrom = null;
        }
        boolean otherCodec = before == null || !before.codec().equals(agreed.codec());
        if (before == null || otherCodec || agreed.send() && !before.send()) {
            outgoing.join(agreed.codec().clockRate());
        }
        if (!agreed.send() || agreed.dtmfSendPayloadType() < 0) {
            toneSender.clear();
        }
        SrtpSession encryption = SrtpSession.next(srtp, agreed.srtp());
        synchronized (gate) {
            srtp = encryption;
            session = agreed;
            if (elsewhere) {
                gate.reopen(agreed.remote());
            }
            if (otherCodec) {
                reception.restart(agreed.codec().clockRate());
                incoming.join(agreed.codec().clockRate());
            }
        }
        selector.wakeup();
    }

    public CallStatistics statistics() {
        return new CallStatistics(
                packetsSent.sum(),
                reception.received(),
                reception.lost(),
                rtcp.peerLost(),
                reception.jitterMs(),
                rtcp.roundTripMs(),
                0,
                -1,
                firstReceivedNanos);
    }

    private void run() {
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        while (!closed.get()) {
            try {
                long wait = session == null ? 0 : rtcp.untilDue(System.nanoTime());
                if (session != null && wait == 0) {
                    report(false);
                } else {
                    selector.select(TimeUnit.NANOSECONDS.toMillis(wait) + (session == null ? 0 : 1));
                }
                selector.selectedKeys().clear();
                drain(ports.rtp(), buffer);
                drain(ports.rtcp(), buffer);
            } catch (ClosedSelectorException e) {
                return;
            } catch (IOException | RuntimeException e) {
                if (!closed.get()) {
                    LOG.warn("Receiving on RTP port {} failed, going on", ports.port(), e);
                }
            }
        }
    }

    private void drain(DatagramChannel channel, ByteBuffer buffer) throws IOException {
        while (!closed.get()) {
            buffer.clear();
            if (!(channel.receive(buffer) instanceof InetSocketAddress from)) {
                return;
            }
            if (channel == ports.rtp()) {
                rtpReceived(buffer.array(), buffer.position(), from);
            } else {
                rtcpReceived(buffer.array(), buffer.position(), from);
            }
        }
    }

    private void rtpReceived(byte[] data, int received, InetSocketAddress from) {
        long nanos = System.nanoTime();
        synchronized (gate) {
            RtpSession now = session;
            SrtpSession encryption = srtp;
            int length = now != null && encryption != null ? encryption.unprotect(data, received) : received;
            if (now == null || !RtpPacket.isValid(data, length)) {
                return;
            }
            int type = RtpPacket.payloadType(data);
            boolean tone = type == now.dtmfReceivePayloadType();
            if (type != now.receivePayloadType() && !tone) {
                return;
            }
            int sequence = RtpPacket.sequence(data, 0);
            switch (gate.judge(RtpPacket.ssrc(data, 0), sequence, from, nanos)) {
                case REFUSED -> {
                    return;
                }
                case NEW_SOURCE -> {
                    reception.restart(now.codec().clockRate());
                    incoming.join(now.codec().clockRate());
                    toneReceiver.restart();
                }
                case SAME -> {
                    // Nothing changes.
                }
            }
            heardFrom = from;
            if (firstReceivedNanos == 0) {
                firstReceivedNanos = nanos;
            }
            reception.received(sequence, RtpPacket.timestamp(data, 0), nanos);
            if (tone) {
                incoming.leaveOut();
                toneReceiver.received(
                        data,
                        RtpPacket.payloadOffset(data, length),
                        RtpPacket.payloadEnd(data, length),
                        RtpPacket.timestamp(data, 0),
                        toneListener);
                return;
            }
            if (now.receive()) {
                incoming.apply(data, 0, nanos);
                voiceListener.received(
                        type,
                        RtpPacket.timestamp(data, 0),
                        data,
                        RtpPacket.payloadOffset(data, length),
                        RtpPacket.payloadEnd(data, length),
                        nanos);
            }
        }
    }

    private void rtcpReceived(byte[] data, int received, InetSocketAddress from) {
        SrtpSession encryption = srtp;
        int length = encryption != null ? encryption.unprotectControl(data, received) : received;
        InetSocketAddress voice = heardFrom;
        boolean fromPeer = from.equals(controlTarget())
                || voice != null && voice.getAddress().equals(from.getAddress());
        if (session != null && fromPeer && rtcp.received(data, length, System.nanoTime())) {
            controlHeardFrom = from;
            peerLossListener.accept(rtcp.peerFractionLost() * 100 / 256);
        }
    }

    /** Sends a packet of sound when the far side wants it; its numbers and type are made what was agreed. */
    public void send(byte[] packet, int offset, int length) throws IOException {
        RtpSession now = session;
        if (now == null || !now.send() || length <= RtpPacket.HEADER || length > RtpPacket.LONGEST) {
            return;
        }
        byte[] data = new byte[Math.max(length, RtpPacket.HEADER + 4) + SrtpSession.LONGEST_TRAILER];
        System.arraycopy(packet, offset, data, 0, length);
        long nanos = System.nanoTime();
        boolean first = outgoing.apply(data, 0, nanos);
        RtpPacket.setMarker(data, 0, first);
        RtpPacket.setPayloadType(data, 0, now.sendPayloadType());
        int size = now.dtmfSendPayloadType() < 0
                ? length
                : toneSender.transform(data, 0, length, now.dtmfSendPayloadType(), nanos);
        InetSocketAddress heard = heardFrom;
        ByteBuffer wire = encrypted(now, data, size, false);
        if (wire != null && ports.rtp().send(wire, heard != null ? heard : now.remote()) > 0) {
            packetsSent.increment();
            bytesSent.add(size - RtpPacket.HEADER);
        }
    }

    /** What goes on the wire; null where it cannot be encrypted as agreed, for then nothing does. */
    private @Nullable ByteBuffer encrypted(RtpSession agreed, byte[] data, int length, boolean control) {
        SrtpSession encryption = srtp;
        if (!SrtpSession.serves(encryption, agreed.srtp())) {
            // The next round of offer and answer comes into force at this moment.
            return null;
        }
        if (encryption == null) {
            return ByteBuffer.wrap(data, 0, length);
        }
        try {
            int size = control ? encryption.protectControl(data, length) : encryption.protect(data, length);
            return ByteBuffer.wrap(data, 0, size);
        } catch (GeneralSecurityException e) {
            LOG.warn("A packet of RTP port {} is not sent: {}", ports.port(), e.getMessage());
            return null;
        }
    }

    private @Nullable InetSocketAddress controlTarget() {
        InetSocketAddress heard = controlHeardFrom;
        RtpSession now = session;
        if (heard != null || now == null) {
            return heard;
        }
        InetSocketAddress agreed = now.remoteRtcp();
        if (agreed != null) {
            return agreed;
        }
        InetSocketAddress voice = heardFrom;
        InetSocketAddress rtp = voice != null ? voice : now.remote();
        return new InetSocketAddress(rtp.getAddress(), Math.min(0xFFFF, rtp.getPort() + 1));
    }

    private void report(boolean bye) throws IOException {
        byte[] data = new byte[RtpPacket.LONGEST];
        Integer peer = firstReceivedNanos == 0 ? null : Integer.valueOf(gate.ssrc());
        int length = rtcp.write(
                data, new RtcpSession.Traffic(packetsSent.sum(), bytesSent.sum()), peer, bye, System.nanoTime());
        InetSocketAddress target = controlTarget();
        RtpSession now = session;
        ByteBuffer wire = now == null ? null : encrypted(now, data, length, true);
        if (target != null && wire != null) {
            ports.rtcp().send(wire, target);
        }
    }

    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        try {
            if (session != null) {
                report(true);
            }
        } catch (IOException e) {
            LOG.debug("No goodbye from RTP port {}: {}", ports.port(), e.toString());
        }
        SrtpSession encryption = srtp;
        if (encryption != null && encryption.rejected() > 0) {
            LOG.warn("RTP port {}: {} packets dropped that were not authentic", ports.port(), encryption.rejected());
        }
        try {
            selector.close();
        } catch (IOException e) {
            LOG.debug("Selector of RTP port {}: {}", ports.port(), e.toString());
        }
        ports.close();
    }
}
