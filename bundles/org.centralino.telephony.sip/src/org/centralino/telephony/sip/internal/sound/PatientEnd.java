/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.sound;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.jdt.annotation.NonNullByDefault;

/** A stream that loses patience with a reader who asks again and again for what is after the end. */
final class PatientEnd extends FilterInputStream {

    private static final int PATIENCE = 1_000;

    private int ends;

    PatientEnd(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        return (int) counted(super.read(), -1);
    }

    @Override
    @NonNullByDefault({})
    public int read(byte[] bytes, int offset, int length) throws IOException {
        return (int) counted(super.read(bytes, offset, length), -1);
    }

    @Override
    public long skip(long bytes) throws IOException {
        return counted(super.skip(bytes), 0);
    }

    private long counted(long result, long end) throws IOException {
        if (result <= end && ++ends > PATIENCE) {
            throw new EOFException("The file ends where its header says there is more");
        }
        return result;
    }
}
