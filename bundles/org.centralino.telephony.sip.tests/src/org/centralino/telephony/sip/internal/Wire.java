/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal;

import java.io.IOException;
import java.util.function.Consumer;

/** How an exchange of a test is reached. */
interface Wire extends AutoCloseable {

    /** Hands every message that comes to {@code listener}, on a thread of the wire's own. */
    void listen(Consumer<String> listener);

    /** Writes to whom we last heard. */
    void send(String text) throws IOException;

    int port();

    /** {@code udp}, {@code tcp} or {@code tls}. */
    String transport();

    @Override
    void close() throws IOException;
}
