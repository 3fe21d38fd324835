/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.rtp;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.jitsi.utils.ByteArrayBuffer;

/** A packet at the beginning of an array, as jitsi-srtp takes it. It never outgrows the array. */
@NonNullByDefault({})
final class PacketBuffer implements ByteArrayBuffer {

    private final byte[] data;
    private int length;

    PacketBuffer(byte[] data, int length) {
        this.data = data;
        this.length = length;
    }

    @Override
    public byte[] getBuffer() {
        return data;
    }

    @Override
    public int getOffset() {
        return 0;
    }

    @Override
    public int getLength() {
        return length;
    }

    @Override
    public void setLength(int changed) {
        length = changed;
    }

    @Override
    public void setOffset(int changed) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isInvalid() {
        return length < 0 || length > data.length;
    }

    @Override
    public void readRegionToBuff(int offset, int count, byte[] into) {
        System.arraycopy(data, offset, into, 0, count);
    }

    @Override
    public void grow(int by) {
        if (length + by > data.length) {
            throw new IllegalArgumentException("No room for " + by + " bytes more");
        }
    }

    @Override
    public void append(byte[] more, int count) {
        grow(count);
        System.arraycopy(more, 0, data, length, count);
        length += count;
    }

    @Override
    public void shrink(int by) {
        length = Math.max(0, length - by);
    }
}
