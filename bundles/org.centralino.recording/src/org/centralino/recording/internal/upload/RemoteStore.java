/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.recording.internal.upload;

import java.io.IOException;
import java.nio.file.Path;

/** Where recordings are sent to. */
interface RemoteStore {

    /**
     * Sends a file; returns when the store has confirmed that it has all of it. Sending it again does no harm.
     *
     * @param sha SHA-256 of the file in hexadecimal digits
     */
    void put(Path file, String name, String sha) throws IOException, InterruptedException;
}
