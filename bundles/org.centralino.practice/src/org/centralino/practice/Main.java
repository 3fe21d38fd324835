/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.practice;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.centralino.practice.sip.DigestAlgorithm;

/**
 * Runs the exchange by itself: {@code --sip PORT --http PORT [--digest MD5|SHA-256]}. Prints one line once it answers
 * and stays until it is killed.
 */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int sip = Integer.parseInt(option(arguments, "--sip", "5062"));
        int http = Integer.parseInt(option(arguments, "--http", "5063"));
        List<DigestAlgorithm> algorithms = DigestAlgorithm.offered(option(arguments, "--digest", ""));
        PracticeExchange exchange = new PracticeExchange(sip, http, algorithms);
        Runtime.getRuntime().addShutdownHook(new Thread(exchange::close, "practice-stop"));
        System.out.println("Practice exchange: sip:127.0.0.1:" + exchange.sipPort() + " http://127.0.0.1:"
                + exchange.httpPort() + "/");
        new CountDownLatch(1).await();
    }

    private static String option(String[] arguments, String name, String otherwise) {
        int index = Arrays.asList(arguments).indexOf(name);
        return index >= 0 && index + 1 < arguments.length ? arguments[index + 1] : otherwise;
    }
}
