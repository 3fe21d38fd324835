/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.recording.internal.upload;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.centralino.recording.internal.Messages;
import org.eclipse.osgi.util.NLS;

/** What both kinds of store have in common. */
final class Http {

    private static final Duration CONNECTING = Duration.ofSeconds(15);
    private static final Duration ANSWERING = Duration.ofMinutes(15);

    private Http() {}

    static HttpClient client() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECTING)
                .build();
    }

    static HttpRequest.Builder request(URI uri) {
        return HttpRequest.newBuilder(uri).timeout(ANSWERING);
    }

    /** Conversations go nowhere in clear but to this computer itself. */
    static void requireConfidential(URI uri) throws IOException {
        boolean ours = "http".equals(uri.getScheme()) && isLoopback(uri.getHost());
        if (!"https".equals(uri.getScheme()) && !ours) {
            throw new IOException(NLS.bind(Messages.notConfidential, uri));
        }
    }

    private static boolean isLoopback(String host) throws IOException {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new IOException(host + " is not known", e);
        }
    }

    /** Sends it and returns the answer, which is a success. */
    static HttpResponse<Void> send(HttpClient client, HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<Void> response = client.send(request, HttpResponse.BodyHandlers.discarding());
        if (response.statusCode() / 100 != 2) {
            throw new IOException(request.method() + " " + request.uri() + ": " + response.statusCode());
        }
        return response;
    }

    /**
     * Whether what the store has is what was sent.
     *
     * @param put the answer to the sending
     * @param head the answer to the asking afterwards
     */
    static void confirm(HttpResponse<Void> put, HttpResponse<Void> head, long length) throws IOException {
        long there = head.headers().firstValueAsLong("Content-Length").orElse(-1);
        if (there != length) {
            throw new IOException(head.uri() + " has " + there + " bytes where " + length + " were sent");
        }
        String first = put.headers().firstValue("ETag").orElse("");
        String second = head.headers().firstValue("ETag").orElse("");
        if (!first.isEmpty() && !second.isEmpty() && !first.equals(second)) {
            throw new IOException(head.uri() + " is not what was sent: " + second + " and not " + first);
        }
    }
}
