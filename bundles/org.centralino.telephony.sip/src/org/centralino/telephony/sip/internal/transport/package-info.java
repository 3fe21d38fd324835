/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
/** The SIP stack, its listening points and the first hop. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.centralino.telephony.sip.internal.transport;
