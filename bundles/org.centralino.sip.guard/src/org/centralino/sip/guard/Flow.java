/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.sip.guard;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.eclipse.jdt.annotation.Nullable;

/**
 * A connection that knows how much the far side sent, down to an empty line that answers a keep-alive (RFC 5626, 4.4.1),
 * and tells when it is over: the stack tells neither.
 */
public final class Flow extends Socket {

    private final InetSocketAddress server;
    private final Consumer<Flow> over;
    private final AtomicBoolean told = new AtomicBoolean();
    private final AtomicLong bytes = new AtomicLong();
    private @Nullable InputStream watched;

    Flow(InetSocketAddress server, Consumer<Flow> over) {
        this.server = server;
        this.over = over;
    }

    /** Whom it was made to. */
    public InetSocketAddress server() {
        return server;
    }

    /** Bytes that came so far; of TLS, encrypted ones. */
    public long received() {
        return bytes.get();
    }

    @Override
    public synchronized InputStream getInputStream() throws IOException {
        InputStream known = watched;
        if (known == null) {
            known = new Watched(super.getInputStream());
            watched = known;
        }
        return known;
    }

    @Override
    public void close() throws IOException {
        try {
            super.close();
        } finally {
            end();
        }
    }

    private void end() {
        if (told.compareAndSet(false, true)) {
            over.accept(this);
        }
    }

    private final class Watched extends FilterInputStream {

        Watched(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte @Nullable [] buffer, int offset, int length) throws IOException {
            try {
                int count = in.read(buffer, offset, length);
                if (count < 0) {
                    end();
                } else {
                    bytes.addAndGet(count);
                }
                return count;
            } catch (java.net.SocketTimeoutException e) {
                throw e;
            } catch (IOException e) {
                end();
                throw e;
            }
        }
    }
}
