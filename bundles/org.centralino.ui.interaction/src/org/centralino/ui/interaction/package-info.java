/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
/** What a bundle adds to the detail of a contact. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.centralino.ui.interaction;
