/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
/** The telephony services over SIP: components, the event loop, listeners. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.centralino.telephony.sip.internal;
