/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
/** Signalling of the practice exchange: registrar, digest, proxy and the stack they share. */
@NonNullByDefault
package org.centralino.practice.sip;

import org.eclipse.jdt.annotation.NonNullByDefault;
