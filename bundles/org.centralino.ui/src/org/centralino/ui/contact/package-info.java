/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
/** What views have in common that show people who can be called. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.centralino.ui.contact;
