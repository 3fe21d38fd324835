/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.stream;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.Socket;
import javax.media.control.PacketSizeControl;
import org.centralino.media.Codec;
import org.centralino.media.RtpSession;
import org.centralino.media.libjitsi.internal.rtp.MuteSocket;
import org.centralino.media.libjitsi.internal.rtp.RtpEndpoint;
import org.eclipse.jdt.annotation.Nullable;
import org.jitsi.impl.neomedia.AudioMediaStreamImpl;
import org.jitsi.service.neomedia.MediaDirection;
import org.jitsi.service.neomedia.MediaService;
import org.jitsi.service.neomedia.MediaStreamTarget;
import org.jitsi.service.neomedia.StreamConnector;
import org.jitsi.service.neomedia.control.PacketLossAwareEncoder;
import org.jitsi.service.neomedia.format.MediaFormat;

/** One stream of libjitsi: one codec, both ways, from the graph to the endpoint and back. All calls may hang. */
final class CodecStream {

    private static final int USUAL_PTIME_MS = 20;

    private final AudioMediaStreamImpl stream;
    private final Connector connector;

    private CodecStream(AudioMediaStreamImpl stream, Connector connector) {
        this.stream = stream;
        this.connector = connector;
    }

    static CodecStream open(MediaService service, RtpEndpoint endpoint, LegSound sound, RtpSession session)
            throws IOException {
        Codec codec = session.codec();
        int ptime = session.ptimeMs() > 0 ? session.ptimeMs() : USUAL_PTIME_MS;
        MediaFormat format = Engine.format(service, codec, ptime);
        if (format == null) {
            throw new IOException("libjitsi has no codec " + codec.encoding());
        }
        int payloadType = session.receivePayloadType();
        GraphMediaDevice device = new GraphMediaDevice(sound, format, Engine.sampleRate(codec), ptime);
        Connector connector = new Connector(endpoint.newStream(payloadType), new MuteSocket());
        AudioMediaStreamImpl stream = (AudioMediaStreamImpl) service.createMediaStream(connector, device);
        CodecStream result = new CodecStream(stream, connector);
        stream.addDynamicRTPPayloadType((byte) payloadType, format);
        stream.setFormat(format);
        // Only for libjitsi to have one: the endpoint knows better where to send.
        InetSocketAddress target = session.remote();
        stream.setTarget(new MediaStreamTarget(target, target));
        stream.setDirection(MediaDirection.SENDRECV);
        stream.start();
        if (ptime != USUAL_PTIME_MS) {
            for (PacketSizeControl control : stream.getDeviceSession().getEncoderControls(PacketSizeControl.class)) {
                control.setPacketSize(codec.clockRate() / 1000 * ptime);
            }
        }
        return result;
    }

    /** Tells the encoder how much the far side misses, for the redundancy it adds. */
    void expectLoss(int percent) {
        for (PacketLossAwareEncoder encoder :
                stream.getDeviceSession().getEncoderControls(PacketLossAwareEncoder.class)) {
            encoder.setExpectedPacketLoss(percent);
        }
    }

    void close() {
        // First, or libjitsi waits for packets while it stops, and makes new players of those that come.
        connector.close();
        if (stream.getDeviceSession() instanceof GraphDeviceSession session) {
            session.awaitStarted();
        }
        stream.close();
    }

    private record Connector(DatagramSocket data, DatagramSocket control) implements StreamConnector {

        @Override
        public DatagramSocket getDataSocket() {
            return data;
        }

        @Override
        public DatagramSocket getControlSocket() {
            return control;
        }

        @Override
        public @Nullable Socket getDataTCPSocket() {
            return null;
        }

        @Override
        public @Nullable Socket getControlTCPSocket() {
            return null;
        }

        @Override
        public Protocol getProtocol() {
            return Protocol.UDP;
        }

        @Override
        public void close() {
            data.close();
            control.close();
        }

        @Override
        public void started() {
            // libjitsi tells; there is nothing to do.
        }

        @Override
        public void stopped() {
            // The endpoint's sockets stay.
        }

        @Override
        public boolean isRtcpmux() {
            return false;
        }
    }
}
