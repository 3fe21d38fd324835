/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
/** What the practice exchange can tell of its calls. */
@NonNullByDefault
package org.centralino.practice.report;

import org.eclipse.jdt.annotation.NonNullByDefault;
