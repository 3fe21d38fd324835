/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
/** The telephony and media bundles against servers and telephones that others wrote. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.centralino.interop;
