/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.app.internal;

import org.eclipse.jdt.annotation.Nullable;

/**
 * What was asked for at start.
 *
 * @param user the user of the practice exchange
 * @param profile a file or an http(s) URL; null: the practice exchange's
 */
record CommandLine(String user, @Nullable String profile) {

    /** Reads {@code --user NAME} and {@code --profile FILE}; what else stands there is the platform's. */
    static CommandLine parse(String... arguments) {
        String user = "anna";
        String profile = null;
        for (int i = 0; i + 1 < arguments.length; i++) {
            switch (arguments[i]) {
                case "--user" -> user = arguments[++i];
                case "--profile" -> profile = arguments[++i];
                default -> {
                    // an argument of the platform
                }
            }
        }
        return new CommandLine(user, profile);
    }
}
