/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
/** INVITE sessions: transactions and dialogs of one call. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.centralino.telephony.sip.internal.session;
