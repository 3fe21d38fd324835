/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
/** What answers at the practice exchange: one class an extension. */
@NonNullByDefault
package org.centralino.practice.extension;

import org.eclipse.jdt.annotation.NonNullByDefault;
