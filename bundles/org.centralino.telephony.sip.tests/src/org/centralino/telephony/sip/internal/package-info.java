/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
/** Tests of the telephony services. */
@org.eclipse.jdt.annotation.NonNullByDefault({})
package org.centralino.telephony.sip.internal;
