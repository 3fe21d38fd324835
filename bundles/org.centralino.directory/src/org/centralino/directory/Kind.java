/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory;

/** Whether contacts belong to the user's own organisation (S1). */
public enum Kind {
    INTERNAL,
    EXTERNAL
}
