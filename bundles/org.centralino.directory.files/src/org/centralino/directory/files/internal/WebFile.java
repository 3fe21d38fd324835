/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.files.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.HttpsURLConnection;
import org.centralino.directory.source.SourceException;
import org.centralino.directory.source.SourceSettings;
import org.centralino.directory.source.SourceTls;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;

/**
 * A copy of what an address serves, gone when closed.
 *
 * @param shown the address for people: without user, password and query
 * @param stamp what to pass the next time: its ETag or Last-Modified
 */
record WebFile(Path file, String shown, String stamp) implements AutoCloseable {

    /** Largest copy, in bytes. */
    static final long LARGEST = 64L << 20;

    private static final int PATIENCE_MS = 10_000;
    private static final int LONGEST_MS = 60_000;
    private static final int LONGEST_STAMP = 256;
    private static final String ETAG = "ETag ";
    private static final String MODIFIED = "Last-Modified ";

    /**
     * Fetches it unless it is what it was.
     *
     * @param settings whom to trust
     * @param since the stamp of the last time; empty: there was none
     * @return null where nothing changed
     */
    static @Nullable WebFile fetch(SourceSettings settings, String url, String since)
            throws SourceException, InterruptedException {
        URI uri = uri(url);
        String shown = uri.getScheme() + "://" + uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort())
                + uri.getRawPath();
        // On a thread of its own: a plain connection that hangs ends by the interruption of a virtual thread alone.
        FutureTask<@Nullable WebFile> task = new FutureTask<>(() -> fetch(settings, uri, shown, since));
        Thread thread = Thread.ofVirtual().name("web-file").start(task);
        try {
            return task.get(LONGEST_MS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof SourceException failure) {
                throw failure;
            }
            throw new SourceException(NLS.bind(Messages.httpFailed, shown), e.getCause());
        } catch (TimeoutException e) {
            throw new SourceException(NLS.bind(Messages.httpSlow, shown), e);
        } finally {
            thread.interrupt();
        }
    }

    private static URI uri(String url) throws SourceException {
        try {
            URI uri = new URI(url);
            boolean http = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            if (http && uri.getHost() != null) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // Said below; the text of the exception has the whole address, which may hold a password.
        }
        throw new SourceException(NLS.bind(Messages.badUrl, "url"), null);
    }

    private static @Nullable WebFile fetch(SourceSettings settings, URI uri, String shown, String since)
            throws IOException, SourceException {
        HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
        connection.setConnectTimeout(PATIENCE_MS);
        connection.setReadTimeout(PATIENCE_MS);
        connection.setUseCaches(false);
        if (connection instanceof HttpsURLConnection secure) {
            secure.setSSLSocketFactory(SourceTls.context(settings).getSocketFactory());
        }
        if (since.startsWith(ETAG)) {
            connection.setRequestProperty("If-None-Match", since.substring(ETAG.length()));
        } else if (since.startsWith(MODIFIED)) {
            connection.setRequestProperty("If-Modified-Since", since.substring(MODIFIED.length()));
        }
        try {
            int status = connection.getResponseCode();
            if (status == HttpURLConnection.HTTP_NOT_MODIFIED && !since.isEmpty()) {
                return null;
            }
            if (status != HttpURLConnection.HTTP_OK) {
                throw new SourceException(NLS.bind(Messages.httpStatus, shown, status), null);
            }
            try (InputStream body = connection.getInputStream()) {
                return new WebFile(copy(body, shown), shown, stamp(connection));
            }
        } finally {
            connection.disconnect();
        }
    }

    private static String stamp(HttpURLConnection connection) {
        String tag = connection.getHeaderField("ETag");
        if (tag != null && !tag.isBlank() && tag.length() < LONGEST_STAMP) {
            return ETAG + tag.strip();
        }
        String modified = connection.getHeaderField("Last-Modified");
        return modified != null && modified.length() < LONGEST_STAMP ? MODIFIED + modified : "";
    }

    private static Path copy(InputStream body, String shown) throws IOException, SourceException {
        Path file = Files.createTempFile("centralino-", ".part");
        boolean whole = false;
        try (OutputStream out = Files.newOutputStream(file)) {
            byte[] buffer = new byte[1 << 16];
            long size = 0;
            for (int length = body.read(buffer); length >= 0; length = body.read(buffer)) {
                size += length;
                if (size > LARGEST) {
                    throw new SourceException(NLS.bind(Messages.tooLarge, shown, (LARGEST >> 20) + " MB"), null);
                }
                out.write(buffer, 0, length);
            }
            whole = true;
        } finally {
            if (!whole) {
                Files.deleteIfExists(file);
            }
        }
        return file;
    }

    @Override
    public void close() throws SourceException {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new SourceException(NLS.bind(Messages.notReadable, shown), e);
        }
    }
}
