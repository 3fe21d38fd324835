/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
/** The history's implementation: a database that one thread writes. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.centralino.history.internal;
