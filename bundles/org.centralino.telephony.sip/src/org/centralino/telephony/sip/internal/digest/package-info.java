/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
/** Digest access authentication, client side (RFC 7616, RFC 8760). */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.centralino.telephony.sip.internal.digest;
