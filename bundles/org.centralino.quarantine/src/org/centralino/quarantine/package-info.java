/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
/** Keeps what bundles of others do, or fail to do, from holding up anything of ours. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.centralino.quarantine;
