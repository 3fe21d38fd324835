/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.files.internal;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.centralino.directory.source.SourceException;
import org.eclipse.osgi.util.NLS;

/**
 * The files that a path stands for: itself, or those in it.
 *
 * @param files by name, in its order
 * @param stamp tells by names, sizes and times whether they changed
 */
record Folder(SortedMap<String, Path> files, String stamp) {

    /** Largest files altogether, in bytes. */
    static final long LARGEST = 1L << 29;

    private static final int MOST_FILES = 100_000;

    /** @param place absolute, or within the user's home folder, with {@code ~/} before it or not */
    static Folder of(String place, String extension) throws SourceException {
        try {
            Path path = absolute(place);
            if (!Files.exists(path)) {
                throw new SourceException(NLS.bind(Messages.missing, place), null);
            }
            SortedMap<String, Path> files = new TreeMap<>();
            if (Files.isDirectory(path)) {
                list(path, place, extension, files);
            } else if (Files.isRegularFile(path)) {
                files.put(String.valueOf(path.getFileName()), path);
            } else {
                throw new SourceException(NLS.bind(Messages.noFile, place), null);
            }
            return new Folder(files, stamp(files, place));
        } catch (IOException | InvalidPathException e) {
            throw new SourceException(NLS.bind(Messages.notReadable, place), e);
        }
    }

    private static Path absolute(String place) {
        Path home = Path.of(System.getProperty("user.home", ""));
        return home.resolve(place.startsWith("~/") || place.startsWith("~\\") ? place.substring(2) : place);
    }

    private static void list(Path path, String place, String extension, SortedMap<String, Path> files)
            throws IOException, SourceException {
        if (extension.isEmpty()) {
            throw new SourceException(NLS.bind(Messages.noFile, place), null);
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(path)) {
            for (Path entry : entries) {
                String name = String.valueOf(entry.getFileName());
                if (name.toLowerCase(Locale.ROOT).endsWith(extension) && Files.isRegularFile(entry)) {
                    files.put(name, entry);
                }
                if (files.size() > MOST_FILES) {
                    throw new SourceException(NLS.bind(Messages.tooManyFiles, place, MOST_FILES), null);
                }
            }
        }
    }

    private static String stamp(SortedMap<String, Path> files, String place) throws IOException, SourceException {
        Digest digest = new Digest();
        long size = 0;
        for (var file : files.entrySet()) {
            BasicFileAttributes attributes = Files.readAttributes(file.getValue(), BasicFileAttributes.class);
            size += attributes.size();
            digest.add(file.getKey() + '/' + attributes.size() + '/' + attributes.lastModifiedTime());
        }
        if (size > LARGEST) {
            throw new SourceException(NLS.bind(Messages.tooLarge, place, (LARGEST >> 20) + " MB"), null);
        }
        return digest.hex();
    }
}
