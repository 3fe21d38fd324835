/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
/** Calls and accounts, as views and partners see them: commands, immutable snapshots, listeners. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.centralino.telephony;
