/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.recording.internal.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.eclipse.jdt.annotation.Nullable;

/** Names of recordings' files: when they were begun and something that nobody guesses; nothing that anybody else chose. */
public final class FileNames {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int STAMP_LENGTH = 16;
    private static final Pattern NAME = Pattern.compile("[0-9]{8}T[0-9]{6}Z-[0-9a-f]{16}\\.(opus|wav)");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int RANDOM_BYTES = 8;

    private FileNames() {}

    /** A new name. */
    public static String at(Instant start, String suffix) {
        byte[] bytes = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(bytes);
        return STAMP.format(start) + "-" + HexFormat.of().formatHex(bytes) + suffix;
    }

    /** Whether it can have come from {@link #at}. */
    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /** When a file of this name was begun; null where that is no time. */
    static @Nullable Instant start(String name) {
        try {
            return Instant.from(STAMP.parse(name.substring(0, STAMP_LENGTH)));
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /**
     * The file, which is one of ours and lies where it should.
     *
     * @throws IOException where it does not
     */
    public static Path existing(Path folder, String name) throws IOException {
        if (!isName(name)) {
            throw new IOException("Not the name of a recording: " + name);
        }
        Path file = folder.resolve(name);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException("No recording is at " + file);
        }
        return file;
    }
}
