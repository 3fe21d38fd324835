/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.recording.internal;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import org.eclipse.osgi.util.NLS;

/** Why nothing can be recorded, in words for people. */
final class Problem {

    /** Less than this is as good as nothing. */
    private static final long ROOM = 64 * 1024;

    private Problem() {}

    static String words(Exception why, Path folder) {
        if (!Files.isDirectory(folder)) {
            return NLS.bind(Messages.noFolder, folder);
        }
        if (why instanceof NoSuchFileException) {
            return NLS.bind(Messages.fileGone, why.getMessage());
        }
        String reason = String.valueOf(why instanceof FileSystemException known ? known.getReason() : why.getMessage());
        if (reason.toLowerCase(Locale.ROOT).contains("no space left") || isFull(folder)) {
            return NLS.bind(Messages.diskFull, folder);
        }
        if (why instanceof AccessDeniedException
                || reason.toLowerCase(Locale.ROOT).contains("read-only")) {
            return NLS.bind(Messages.notPermitted, folder);
        }
        return NLS.bind(Messages.notWritten, reason.equals("null") ? why.toString() : why.getMessage());
    }

    private static boolean isFull(Path folder) {
        try {
            return Files.getFileStore(folder).getUsableSpace() < ROOM;
        } catch (IOException e) {
            return false;
        }
    }
}
