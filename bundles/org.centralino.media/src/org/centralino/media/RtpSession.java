/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media;

import java.net.InetSocketAddress;
import org.eclipse.jdt.annotation.Nullable;

/**
 * What one offer/answer round (RFC 3264) agreed for a leg. Immutable.
 *
 * @param remote where to send RTP until the far side is heard from elsewhere (symmetric RTP, RFC 4961)
 * @param remoteRtcp where to send RTCP; null: RTP's port + 1
 * @param codec what is sent and received
 * @param sendPayloadType payload type of {@code codec} in what we send (the far side's number)
 * @param receivePayloadType payload type of {@code codec} in what we receive (our number)
 * @param dtmfSendPayloadType telephone-event (RFC 4733) in what we send, -1 when not agreed
 * @param dtmfReceivePayloadType telephone-event in what we receive, -1 when not agreed
 * @param ptimeMs packet time in ms
 * @param send whether the far side wants our sound
 * @param receive whether we want the far side's
 * @param srtp what both directions are encrypted with; null: nothing is
 */
public record RtpSession(
        InetSocketAddress remote,
        @Nullable InetSocketAddress remoteRtcp,
        Codec codec,
        int sendPayloadType,
        int receivePayloadType,
        int dtmfSendPayloadType,
        int dtmfReceivePayloadType,
        int ptimeMs,
        boolean send,
        boolean receive,
        @Nullable SrtpKeys srtp) {

    /** A session in clear. */
    public RtpSession(
            InetSocketAddress remote,
            @Nullable InetSocketAddress remoteRtcp,
            Codec codec,
            int sendPayloadType,
            int receivePayloadType,
            int dtmfSendPayloadType,
            int dtmfReceivePayloadType,
            int ptimeMs,
            boolean send,
            boolean receive) {
        this(
                remote,
                remoteRtcp,
                codec,
                sendPayloadType,
                receivePayloadType,
                dtmfSendPayloadType,
                dtmfReceivePayloadType,
                ptimeMs,
                send,
                receive,
                null);
    }
}
