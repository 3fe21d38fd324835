/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.rtp;

import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import org.eclipse.jdt.annotation.Nullable;

/**
 * Decides whose packets are the far side's. The first valid packet after a round of offer and answer wins; later another
 * source or address takes over with two packets in sequence, and from an address not yet heard only when the present
 * one has fallen silent, so a stray or forged packet neither turns our sound elsewhere nor adds a voice to the call.
 */
final class SourceGate {

    private static final long SILENT = TimeUnit.MILLISECONDS.toNanos(200);
    private static final int FAR_AHEAD = 3000;

    /** What a packet is. */
    enum Verdict {
        REFUSED,
        SAME,
        NEW_SOURCE
    }

    private boolean open = true;
    private int ssrc;
    private @Nullable InetSocketAddress address;
    private @Nullable InetSocketAddress agreed;
    private int sequence;
    private long heardNanos;
    private int candidateSsrc;
    private int candidateSequence = -1;
    private @Nullable InetSocketAddress candidateAddress;

    /** The next valid packet wins again; one from the address that was agreed may still take over from it. */
    void reopen(InetSocketAddress agreedAddress) {
        open = true;
        agreed = agreedAddress;
    }

    @Nullable
    InetSocketAddress address() {
        return address;
    }

    int ssrc() {
        return ssrc;
    }

    Verdict judge(int fromSsrc, int fromSequence, InetSocketAddress from, long nanos) {
        boolean known = !open && fromSsrc == ssrc;
        int step = fromSequence - sequence & 0xFFFF;
        boolean near = step < FAR_AHEAD || step > 0x10000 - FAR_AHEAD;
        if (known && near && from.equals(address)) {
            if (step < FAR_AHEAD) {
                sequence = fromSequence;
            }
            heardNanos = nanos;
            return Verdict.SAME;
        }
        if (open) {
            boolean same = address != null && fromSsrc == ssrc && near;
            take(fromSsrc, fromSequence, from, nanos);
            return same ? Verdict.SAME : Verdict.NEW_SOURCE;
        }
        boolean inSequence = candidateSsrc == fromSsrc
                && fromSequence == (candidateSequence + 1 & 0xFFFF)
                && from.equals(candidateAddress);
        boolean mayMove = from.equals(address) || from.equals(agreed) || nanos - heardNanos > SILENT;
        if (candidateSequence >= 0 && inSequence && mayMove) {
            take(fromSsrc, fromSequence, from, nanos);
            return known && near ? Verdict.SAME : Verdict.NEW_SOURCE;
        }
        candidateSsrc = fromSsrc;
        candidateSequence = fromSequence;
        candidateAddress = from;
        return Verdict.REFUSED;
    }

    private void take(int fromSsrc, int fromSequence, InetSocketAddress from, long nanos) {
        open = false;
        ssrc = fromSsrc;
        sequence = fromSequence;
        address = from;
        heardNanos = nanos;
        candidateSequence = -1;
    }
}
