/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.recording.internal.upload;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.SortedMap;
import java.util.TreeMap;

/** A bucket of an S3-compatible store. It checks the digest that is signed itself, so what it takes is what was sent. */
final class S3 implements RemoteStore {

    private static final String NOTHING = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    private final URI folder;
    private final AwsSignature signature;
    private final InstantSource clock;

    S3(URI folder, AwsSignature signature, InstantSource clock) {
        this.folder = folder;
        this.signature = signature;
        this.clock = clock;
    }

    @Override
    public void put(Path file, String name, String sha) throws IOException, InterruptedException {
        Http.requireConfidential(folder);
        URI uri = folder.resolve(name);
        try (HttpClient client = Http.client()) {
            HttpRequest sending =
                    signed("PUT", uri, sha).PUT(BodyPublishers.ofFile(file)).build();
            HttpResponse<Void> put = Http.send(client, sending);
            HttpResponse<Void> head =
                    Http.send(client, signed("HEAD", uri, NOTHING).HEAD().build());
            Http.confirm(put, head, Files.size(file));
        }
    }

    private HttpRequest.Builder signed(String method, URI uri, String payload) {
        SortedMap<String, String> headers = new TreeMap<>();
        headers.put("host", uri.getAuthority());
        headers.put("x-amz-content-sha256", payload);
        headers.put("x-amz-date", AwsSignature.time(clock.instant()));
        String authorization = signature.authorization(method, uri, headers, payload);
        headers.remove("host"); // the client tells it by itself
        HttpRequest.Builder request = Http.request(uri);
        headers.forEach(request::header);
        return request.header("Authorization", authorization);
    }
}
