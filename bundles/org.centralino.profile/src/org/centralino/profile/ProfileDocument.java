/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.profile;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.eclipse.jdt.annotation.Nullable;

/** A profile's document in a file or at an address. Blocks: not for the display thread. One thread at a time. */
public final class ProfileDocument {

    private static final int PATIENCE_MS = 10_000;

    private final String place;
    /** What tells that the document is the same as before: the file's time and size, or the server's ETag. */
    private String mark = "";

    private String text = "";

    /** @param place a file or an http(s) URL */
    public ProfileDocument(String place) {
        this.place = place;
    }

    /** Where it is. */
    public String place() {
        return place;
    }

    /** Whether it is at an address, not in a file. */
    public boolean isRemote() {
        return place.startsWith("http://") || place.startsWith("https://");
    }

    /**
     * The profile as it is now.
     *
     * @throws IOException when it cannot be read
     * @throws ProfileException when it cannot be used
     */
    public Profile load() throws IOException, ProfileException {
        mark = "";
        read();
        return ProfileReader.read(text);
    }

    /**
     * The profile, if its document has changed since it was looked at last; null where it has not. A document that cannot be
     * used is one that has not changed, the next time.
     *
     * @throws IOException when it cannot be read
     * @throws ProfileException when it cannot be used
     */
    public @Nullable Profile changed() throws IOException, ProfileException {
        String before = text;
        return read() && !text.equals(before) ? ProfileReader.read(text) : null;
    }

    /** Reads the document, unless its mark says that it is the same. */
    private boolean read() throws IOException {
        return isRemote() ? fetch(URI.create(place)) : read(Path.of(place));
    }

    private boolean read(Path file) throws IOException {
        // the mark first: what is written while it is read is seen the next time
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        String now = attributes.lastModifiedTime() + " " + attributes.size();
        if (now.equals(mark)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            text = limited(in);
        }
        mark = now;
        return true;
    }

    /** By the plain connection: the client of java.net.http costs a start a tenth of a second even without TLS. */
    private boolean fetch(URI url) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) url.toURL().openConnection();
        connection.setConnectTimeout(PATIENCE_MS);
        connection.setReadTimeout(PATIENCE_MS);
        connection.setInstanceFollowRedirects(false);
        if (!mark.isEmpty()) {
            connection.setRequestProperty("If-None-Match", mark);
        }
        try {
            int status = connection.getResponseCode();
            if (status == HttpURLConnection.HTTP_NOT_MODIFIED && !mark.isEmpty()) {
                return false;
            }
            if (status != HttpURLConnection.HTTP_OK) {
                throw new IOException("HTTP " + status);
            }
            try (InputStream body = connection.getInputStream()) {
                text = limited(body);
            }
            String tag = connection.getHeaderField("ETag");
            mark = tag == null ? "" : tag;
            return true;
        } finally {
            connection.disconnect();
        }
    }

    /** One byte more than a document may have is enough for its reader to refuse it. */
    private static String limited(InputStream in) throws IOException {
        return new String(in.readNBytes(ProfileReader.LONGEST + 1), StandardCharsets.UTF_8);
    }
}
