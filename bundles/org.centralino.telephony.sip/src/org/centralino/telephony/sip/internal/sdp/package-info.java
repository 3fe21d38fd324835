/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
/** Session descriptions (RFC 8866) and offer/answer (RFC 3264, RFC 6337). */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.centralino.telephony.sip.internal.sdp;
