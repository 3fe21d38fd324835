/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
/** The calls there were. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.centralino.history;
