/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
/** Recording of calls, and what was recorded. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.centralino.recording;
