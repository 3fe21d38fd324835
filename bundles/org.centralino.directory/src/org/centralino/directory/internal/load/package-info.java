/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
/** Reading sources: threads, schedule, and what is refused of what they give. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.centralino.directory.internal.load;
