/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
/** The practice exchange: a small telephone exchange on loopback, for learning and tests. */
@NonNullByDefault
package org.centralino.practice;

import org.eclipse.jdt.annotation.NonNullByDefault;
