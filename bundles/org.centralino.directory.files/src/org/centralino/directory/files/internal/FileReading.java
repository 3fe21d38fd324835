/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.files.internal;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.centralino.directory.source.ContactSink;
import org.centralino.directory.source.SourceException;
import org.centralino.directory.source.SourceSettings;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;

/**
 * Reads a source's files, by {@code path} or {@code url}, when they are not what they were the last time. The token is what
 * the settings, the contents and the files' sizes and times were.
 */
public final class FileReading {

    /** Changes when the same file would give other contacts than before. */
    private static final String VERSION = "1";

    private final SourceSettings settings;
    private final String extension;
    private final String nothing;

    /** Takes a file apart. */
    public interface Content {
        /**
         * @param where what problems call the file
         * @return how many contacts were put
         */
        int read(Path file, String where, ContactSink sink) throws IOException, SourceException, InterruptedException;
    }

    /** What was known of the source when it was read. */
    private record Token(String settings, String content, String stamp) {
        static Token parse(@Nullable String text) {
            String[] parts = text == null ? new String[0] : text.split(" ", 3);
            return parts.length < 3 ? new Token("", "", "") : new Token(parts[0], parts[1], parts[2]);
        }

        @Override
        public String toString() {
            return settings + " " + content + " " + stamp;
        }
    }

    /**
     * @param extension of the files that count in a folder, lower case with the dot
     * @param nothing what to say of files of which nothing could be taken; {0} is their place
     */
    public FileReading(SourceSettings settings, String extension, String nothing) {
        this.settings = settings;
        this.extension = extension;
        this.nothing = nothing;
    }

    /** Does what {@link org.centralino.directory.source.DirectorySource#read} says. */
    public String read(@Nullable String since, ContactSink sink, Content content)
            throws SourceException, InterruptedException {
        Token last = Token.parse(since);
        String asked = settingsDigest();
        if (!asked.equals(last.settings())) {
            last = Token.parse(null);
        }
        String url = settings.text("url");
        String path = settings.text("path");
        Token now;
        if (url != null) {
            now = readUrl(url, asked, last, sink, content);
        } else if (path != null) {
            now = readPath(path, asked, last, sink, content);
        } else {
            throw new SourceException(Messages.noPlace, null);
        }
        return now.toString();
    }

    private Token readPath(String path, String asked, Token last, ContactSink sink, Content content)
            throws SourceException, InterruptedException {
        Folder folder = Folder.of(path, extension);
        String stamp = folder.stamp();
        if (stamp.equals(last.stamp())) {
            return last;
        }
        Token now = new Token(asked, hash(folder.files(), path), stamp);
        if (!now.content().equals(last.content())) {
            readFiles(folder.files(), path, sink, content);
            if (!Folder.of(path, extension).stamp().equals(stamp)) {
                throw new SourceException(NLS.bind(Messages.changed, path), null);
            }
        }
        return now;
    }

    private Token readUrl(String url, String asked, Token last, ContactSink sink, Content content)
            throws SourceException, InterruptedException {
        WebFile web = WebFile.fetch(settings, url, last.stamp());
        if (web == null) {
            return last;
        }
        try (web) {
            Map<String, Path> files = Map.of(name(web.shown()), web.file());
            Token now = new Token(asked, hash(files, web.shown()), web.stamp());
            if (!now.content().equals(last.content())) {
                readFiles(files, web.shown(), sink, content);
            }
            return now;
        }
    }

    private void readFiles(Map<String, Path> files, String place, ContactSink sink, Content content)
            throws SourceException, InterruptedException {
        CountedProblems counted = new CountedProblems(sink);
        sink.all(-1);
        int put = 0;
        for (Map.Entry<String, Path> file : files.entrySet()) {
            try {
                put += content.read(file.getValue(), file.getKey(), counted);
            } catch (IOException e) {
                throw failure(e, place);
            }
        }
        if (put == 0 && counted.any()) {
            throw new SourceException(NLS.bind(nothing, place), null);
        }
    }

    private static String hash(Map<String, Path> files, String place) throws SourceException, InterruptedException {
        Digest digest = new Digest();
        byte[] buffer = new byte[1 << 16];
        for (Map.Entry<String, Path> file : files.entrySet()) {
            digest.add(file.getKey());
            try (InputStream in = Files.newInputStream(file.getValue())) {
                for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                    digest.add(buffer, length);
                    if (Thread.interrupted()) {
                        throw new InterruptedException();
                    }
                }
            } catch (IOException e) {
                throw failure(e, place);
            }
        }
        return digest.hex();
    }

    private static SourceException failure(IOException e, String place) throws InterruptedException {
        if (e instanceof ClosedByInterruptException) {
            Thread.interrupted();
            throw new InterruptedException();
        }
        return new SourceException(NLS.bind(Messages.notReadable, place), e);
    }

    private String settingsDigest() {
        Map<String, List<String>> ordered = new TreeMap<>(settings.values());
        return Digest.of(VERSION, settings.type(), settings.kind().name(), ordered.toString());
    }

    private static String name(String url) {
        String path = URI.create(url).getPath();
        String name = path == null ? "" : path.substring(path.lastIndexOf('/') + 1);
        return name.isEmpty() ? url : name;
    }
}
