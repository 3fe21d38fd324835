/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
/** Secrets kept in Equinox secure storage. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.centralino.secrets.internal;
