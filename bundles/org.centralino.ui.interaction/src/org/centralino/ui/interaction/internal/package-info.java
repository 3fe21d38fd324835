/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
/** The detail of a contact, and the form for the user's own ones. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.centralino.ui.interaction.internal;
