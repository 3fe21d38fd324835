/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
/** The guests, their threads, and the watch over them. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.centralino.quarantine.internal;
