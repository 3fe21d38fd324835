/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.dialer.internal;

/**
 * What stands under the box. Immutable.
 *
 * @param problem whether it says why something cannot be done
 */
record Hint(String text, boolean problem) {}
