/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.codec;

import javax.media.Buffer;
import javax.media.ResourceUnavailableException;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.jitsi.impl.neomedia.codec.audio.opus.JNIEncoder;

/**
 * libjitsi's Opus encoder. FMJ may close it on one thread in the middle of a packet on another, and the native encoder then
 * ends the process; here the two wait for each other.
 */
public final class OpusEncoder extends JNIEncoder {

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
    public synchronized void setExpectedPacketLoss(int percentage) {
        super.setExpectedPacketLoss(percentage);
    }
}
