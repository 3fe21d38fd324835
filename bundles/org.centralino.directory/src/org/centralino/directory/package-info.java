/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
/** Contacts, how they are searched, the operator's favourites, and where the contacts came from. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.centralino.directory;
