/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.source;

import org.eclipse.jdt.annotation.Nullable;

/** A source that cannot be read. Its message is for people, localised, and has no secret in it. */
public final class SourceException extends Exception {

    private static final long serialVersionUID = 1L;

    /** @param cause for the log; null where there is none */
    public SourceException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
