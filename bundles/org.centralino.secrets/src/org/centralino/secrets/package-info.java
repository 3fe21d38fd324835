/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
/** Secrets kept on this computer. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.centralino.secrets;
