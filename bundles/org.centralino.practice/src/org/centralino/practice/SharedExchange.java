/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.practice;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import org.centralino.practice.http.PracticeHttp;
import org.centralino.practice.sip.DigestAlgorithm;
import org.eclipse.jdt.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one exchange of this machine: whoever comes first opens it, the others join, and when its owner goes one of them
 * opens it anew on the same ports.
 */
final class SharedExchange implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SharedExchange.class);
    private static final int MOST_PAIRS = 20;
    private static final int WATCH_SECONDS = 1;
    private static final int ANSWER_MILLIS = 1500;

    private final int firstPort;
    private final List<DigestAlgorithm> algorithms;
    private final IntConsumer onHttpPort;
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "practice-exchange");
        thread.setDaemon(true);
        return thread;
    });
    private @Nullable PracticeExchange own;
    private int httpPort;

    /**
     * Starts looking for an exchange, in the background.
     *
     * @param firstPort of the first pair: SIP there, HTTP on the next port, further pairs after it
     * @param onHttpPort told each time another exchange is used, on a thread of its own
     */
    SharedExchange(int firstPort, List<DigestAlgorithm> algorithms, IntConsumer onHttpPort) {
        this.firstPort = firstPort;
        this.algorithms = algorithms;
        this.onHttpPort = onHttpPort;
        executor.scheduleWithFixedDelay(this::watch, 0, WATCH_SECONDS, TimeUnit.SECONDS);
    }

    private void watch() {
        if (own != null || httpPort != 0 && isExchange(httpPort)) {
            return;
        }
        try {
            int found = joinOrOpen();
            if (found != httpPort) {
                httpPort = found;
                onHttpPort.accept(found);
            }
        } catch (IOException | RuntimeException e) {
            LOG.error("No practice exchange", e);
        }
    }

    private int joinOrOpen() throws IOException {
        for (int pair = 0; pair < MOST_PAIRS; pair++) {
            int sip = firstPort + 2 * pair;
            if (isExchange(sip + 1)) {
                LOG.info("Joined the practice exchange at port {}", sip);
                return sip + 1;
            }
            try {
                own = new PracticeExchange(sip, sip + 1, algorithms);
                LOG.info("Practice exchange opened at port {}", sip);
                return sip + 1;
            } catch (IOException e) {
                LOG.debug("Ports {} and {} cannot be had: {}", sip, sip + 1, e.getMessage());
            }
            // Another workstation may have been quicker between the question and the attempt.
            if (isExchange(sip + 1)) {
                return sip + 1;
            }
        }
        throw new IOException("no pair of ports from " + firstPort + " on is free");
    }

    private static boolean isExchange(int port) {
        try {
            HttpURLConnection connection = (HttpURLConnection)
                    URI.create("http://127.0.0.1:" + port + "/").toURL().openConnection(java.net.Proxy.NO_PROXY);
            connection.setConnectTimeout(ANSWER_MILLIS);
            connection.setReadTimeout(ANSWER_MILLIS);
            try (var body = connection.getInputStream()) {
                String text = new String(body.readNBytes(4096), StandardCharsets.UTF_8);
                return text.contains('"' + PracticeHttp.SERVICE + '"');
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        executor.execute(this::closeOwn);
        executor.shutdown();
        try {
            if (!executor.awaitTermination(5, TimeUnit.SECONDS)) {
                LOG.warn("The practice exchange did not close in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void closeOwn() {
        PracticeExchange opened = own;
        if (opened != null) {
            opened.close();
        }
    }
}
