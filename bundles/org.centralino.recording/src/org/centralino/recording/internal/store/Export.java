/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.recording.internal.store;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.centralino.recording.internal.Messages;
import org.eclipse.osgi.util.NLS;

/** Copies a recording to where the user wants it; the file appears whole and is what was recorded, or does not appear. */
final class Export {

    private Export() {}

    /** @param sha what the copy has to be */
    static void copy(Row row, Path from, String sha, Path to) throws IOException {
        Path whole = to.toAbsolutePath();
        Path folder = whole.getParent();
        if (folder == null) {
            throw new IOException(NLS.bind(Messages.notPermitted, to));
        }
        Path part = Files.createTempFile(folder, ".recording-", ".part");
        try {
            Files.copy(from, part, StandardCopyOption.REPLACE_EXISTING);
            if (!Chain.hash(part).equals(sha)) {
                throw new IOException(NLS.bind(Messages.changed, row.name()));
            }
            try {
                Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
