/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
/** Calls: the state machine, free of SIP and media types, and what carries out its effects. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.centralino.telephony.sip.internal.call;
