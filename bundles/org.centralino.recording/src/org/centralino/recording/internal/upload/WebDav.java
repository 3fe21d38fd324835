/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.recording.internal.upload;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/** A folder of a WebDAV server (RFC 4918). */
final class WebDav implements RemoteStore {

    private final URI folder;
    private final String user;
    private final String password;

    /** @param user empty for a server that wants none */
    WebDav(URI folder, String user, String password) {
        this.folder = folder;
        this.user = user;
        this.password = password;
    }

    @Override
    public void put(Path file, String name, String sha) throws IOException, InterruptedException {
        Http.requireConfidential(folder);
        URI uri = folder.resolve(name);
        try (HttpClient client = Http.client()) {
            HttpResponse<Void> put = Http.send(
                    client, request(uri).PUT(BodyPublishers.ofFile(file)).build());
            HttpResponse<Void> head = Http.send(client, request(uri).HEAD().build());
            Http.confirm(put, head, Files.size(file));
        }
    }

    private HttpRequest.Builder request(URI uri) {
        HttpRequest.Builder request = Http.request(uri);
        if (!user.isEmpty()) {
            String pair = user + ":" + password;
            request.header(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
        }
        return request;
    }
}
