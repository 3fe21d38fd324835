/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.app.internal;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.centralino.profile.Profile;
import org.centralino.profile.ProfileException;
import org.centralino.profile.ProfileReader;

/** Fetches a profile from a file or URL. Blocks: not for the display thread. */
final class ProfileDocument {

    private static final int PATIENCE_MS = 10_000;

    private ProfileDocument() {}

    static Profile load(String place) throws IOException, ProfileException {
        boolean remote = place.startsWith("http://") || place.startsWith("https://");
        return ProfileReader.read(remote ? fetch(URI.create(place)) : read(Path.of(place)));
    }

    private static String read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return limited(in);
        }
    }

    /** By the plain connection: the client of java.net.http costs a start a tenth of a second even without TLS. */
    private static String fetch(URI url) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) url.toURL().openConnection();
        connection.setConnectTimeout(PATIENCE_MS);
        connection.setReadTimeout(PATIENCE_MS);
        connection.setInstanceFollowRedirects(false);
        try {
            if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
                throw new IOException("HTTP " + connection.getResponseCode());
            }
            try (InputStream body = connection.getInputStream()) {
                return limited(body);
            }
        } finally {
            connection.disconnect();
        }
    }

    /** One byte more than a document may have is enough for its reader to refuse it. */
    private static String limited(InputStream in) throws IOException {
        return new String(in.readNBytes(ProfileReader.LONGEST + 1), StandardCharsets.UTF_8);
    }
}
