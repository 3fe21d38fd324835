/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.practice;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks the exchange over HTTP. */
final class Http {
    private Http() {}

    static String get(PracticeExchange exchange, String path) throws IOException, InterruptedException {
        return get(exchange.httpPort(), path);
    }

    static String get(int port, String path) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + port + path);
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }

    static double number(String json, String key) {
        Matcher matcher = Pattern.compile("\"" + key + "\":(-?[0-9.]+)").matcher(json);
        if (!matcher.find()) {
            throw new AssertionError("no " + key + " in " + json);
        }
        return Double.parseDouble(matcher.group(1));
    }
}
