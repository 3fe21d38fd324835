/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.eclipse.jdt.annotation.Nullable;

/** A server socket; messages are told apart by Content-Length (RFC 3261, 18.3). */
final class StreamWire implements Wire {

    private final ServerSocket server;
    private final String transport;
    final List<Socket> connections = new CopyOnWriteArrayList<>();
    private volatile @Nullable Socket peer;
    private volatile @Nullable Socket frozen;

    StreamWire(ServerSocket server, String transport) {
        this.server = server;
        this.transport = transport;
    }

    @Override
    public void listen(Consumer<String> listener) {
        start(() -> {
            while (!server.isClosed()) {
                Socket connection = server.accept();
                connections.add(connection);
                start(() -> read(connection, listener));
            }
        });
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void start(Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException e) {
                        // Closed, or a handshake that failed as the test wants.
                    }
                },
                "exchange");
        thread.setDaemon(true);
        thread.start();
    }

    private void read(Socket connection, Consumer<String> listener) throws IOException {
        InputStream in = new BufferedInputStream(connection.getInputStream());
        while (true) {
            StringBuilder head = new StringBuilder();
            while (!head.toString().endsWith("\r\n\r\n") || head.toString().isBlank()) {
                int b = in.read();
                if (b < 0) {
                    return;
                }
                head.append((char) b);
                if (head.toString().equals("\r\n\r\n") && connection != frozen) {
                    // A keep-alive (RFC 5626, 4.4.1).
                    connection.getOutputStream().write("\r\n".getBytes(StandardCharsets.US_ASCII));
                    head.setLength(0);
                }
            }
            if (connection == frozen) {
                continue;
            }
            String text = head.toString().stripLeading();
            int length = Integer.parseInt(new SipText(text).header("Content-Length"));
            String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
            peer = connection;
            listener.accept(text + body);
        }
    }

    /** From now on nothing comes by the newest connection any more, though it stands. */
    void freeze() {
        frozen = connections.get(connections.size() - 1);
    }

    /** Breaks every connection that stands. */
    void hangUp() throws IOException {
        for (Socket connection : connections) {
            connection.close();
        }
    }

    @Override
    public void send(String text) throws IOException {
        Objects.requireNonNull(peer, "nobody to write to")
                .getOutputStream()
                .write(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public int port() {
        return server.getLocalPort();
    }

    @Override
    public String transport() {
        return transport;
    }

    @Override
    public void close() throws IOException {
        server.close();
        hangUp();
    }
}
