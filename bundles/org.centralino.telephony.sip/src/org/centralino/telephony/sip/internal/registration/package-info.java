/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
/** Keeping an account registered (RFC 3261, 10). */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.centralino.telephony.sip.internal.registration;
