/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.recording.ui.internal;

import java.util.Objects;

/** Why something failed, for people. */
final class Reasons {

    private Reasons() {}

    /** What the catalogue says of it: the cause of what a future wraps around it. */
    static String of(Throwable failure) {
        Throwable cause = failure.getCause();
        return Objects.requireNonNullElse((cause == null ? failure : cause).getMessage(), Messages.noReason);
    }
}
