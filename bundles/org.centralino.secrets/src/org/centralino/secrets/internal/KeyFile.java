/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.secrets.internal;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.spec.PBEKeySpec;

/**
 * The key to the secrets: 32 random bytes in a file that only its owner may read. Who can read the files of this user can
 * read the secrets; what it keeps out is everybody else, and whoever gets hold of the instance area alone.
 */
final class KeyFile {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    private final Path file;

    /** @param url the file, without escapes */
    KeyFile(URL url) {
        file = file(url);
    }

    /** The file of a location as Equinox writes it. */
    static Path file(URL url) {
        return new File(url.getPath()).toPath();
    }

    /** The key; makes one where there is none. */
    PBEKeySpec read() throws IOException {
        if (!Files.exists(file)) {
            make();
        }
        String text = Files.readString(file, StandardCharsets.US_ASCII).strip();
        if (text.length() < BYTES) {
            throw new IOException("The key in " + file + " is damaged");
        }
        return new PBEKeySpec(text.toCharArray());
    }

    /** It is there whole or not at all, and nobody else's at any moment. */
    private void make() throws IOException {
        byte[] random = new byte[BYTES];
        RANDOM.nextBytes(random);
        Path folder = ownFolder(file);
        Path made = Files.createTempFile(folder, "key", null, onlyOurs(folder, "rw-------"));
        try {
            Files.write(made, Base64.getEncoder().encode(random));
            Files.createLink(file, made);
        } catch (FileAlreadyExistsException e) {
            // Another workstation on the same configuration was quicker: its key is ours.
        } catch (UnsupportedOperationException e) {
            Files.move(made, file);
        } finally {
            Files.deleteIfExists(made);
            Arrays.fill(random, (byte) 0);
        }
    }

    /** Makes the folder of a file, for its owner only. */
    static Path ownFolder(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException(file + " is in no folder");
        }
        Files.createDirectories(folder.getParent());
        if (!Files.isDirectory(folder)) {
            Files.createDirectory(folder, onlyOurs(folder.getParent(), "rwx------"));
        }
        return folder;
    }

    private static FileAttribute<?>[] onlyOurs(Path where, String permissions) {
        boolean posix = where.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
