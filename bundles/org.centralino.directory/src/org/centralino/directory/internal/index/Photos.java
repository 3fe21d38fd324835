/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.internal.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.jdt.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Photos as files named by their digest, so that one which nobody refers to does no harm. */
public final class Photos {

    private static final Logger LOG = LoggerFactory.getLogger(Photos.class);

    private final Path folder;

    Photos(Path folder) {
        this.folder = folder;
    }

    /** Keeps a photo. @return its name */
    public String keep(byte[] photo) throws IOException {
        String name = digest(photo);
        Path file = file(name);
        if (!Files.exists(file)) {
            Files.createDirectories(folderOf(name));
            Path written = Files.createTempFile(folder, "photo", null);
            Files.write(written, photo);
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
        return name;
    }

    /** A photo by its name; null when it is not there. */
    public byte @Nullable [] read(String name) throws IOException {
        try {
            return Files.readAllBytes(file(name));
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    /** Deletes all but these. */
    void keepOnly(Set<String> names) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.filter(Files::isRegularFile).toList()) {
                Path name = path.getFileName();
                if (name != null && !names.contains(name.toString())) {
                    Files.deleteIfExists(path);
                }
            }
        } catch (IOException e) {
            LOG.warn("Photos that are not needed any more could not be deleted", e);
        }
    }

    private Path folderOf(String name) {
        return folder.resolve(name.substring(0, 2));
    }

    private Path file(String name) {
        return folderOf(name).resolve(name);
    }

    private static String digest(byte[] photo) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(photo);
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
