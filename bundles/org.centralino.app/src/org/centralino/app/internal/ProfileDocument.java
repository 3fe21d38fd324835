/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.app.internal;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.centralino.profile.Profile;
import org.centralino.profile.ProfileException;
import org.centralino.profile.ProfileReader;

/** Fetches a profile from a file or URL. Blocks: not for the display thread. */
final class ProfileDocument {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private ProfileDocument() {}

    static Profile load(String place) throws IOException, ProfileException, InterruptedException {
        boolean remote = place.startsWith("http://") || place.startsWith("https://");
        return ProfileReader.read(remote ? fetch(URI.create(place)) : read(Path.of(place)));
    }

    private static String read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return limited(in);
        }
    }

    private static String fetch(URI url) throws IOException, InterruptedException {
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            HttpRequest request = HttpRequest.newBuilder(url).timeout(PATIENCE).build();
            HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                if (response.statusCode() != 200) {
                    throw new IOException("HTTP " + response.statusCode());
                }
                return limited(body);
            }
        }
    }

    /** One byte more than a document may have is enough for its reader to refuse it. */
    private static String limited(InputStream in) throws IOException {
        return new String(in.readNBytes(ProfileReader.LONGEST + 1), StandardCharsets.UTF_8);
    }
}
