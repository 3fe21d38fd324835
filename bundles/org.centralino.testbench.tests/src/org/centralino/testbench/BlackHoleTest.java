/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.testbench;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.Test;

class BlackHoleTest {

    private static final int PATIENCE_MS = 400;

    @Test
    void one_that_swallows_lets_nobody_connect_and_refuses_nobody() throws IOException {
        try (BlackHole hole = BlackHole.swallowing();
                Socket socket = new Socket()) {
            assertThatThrownBy(() -> socket.connect(address(hole), PATIENCE_MS))
                    .isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void one_that_is_silent_takes_a_connection_and_what_is_said_and_answers_nothing() throws IOException {
        try (BlackHole hole = BlackHole.silent();
                Socket socket = new Socket()) {
            socket.connect(address(hole), PATIENCE_MS);
            socket.setSoTimeout(PATIENCE_MS);
            socket.getOutputStream().write(1);
            assertThatThrownBy(() -> socket.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
        }
    }

    private static InetSocketAddress address(BlackHole hole) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), hole.port());
    }
}
