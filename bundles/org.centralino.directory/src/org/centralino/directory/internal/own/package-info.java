/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
/** What belongs to the user and to no source: own contacts, favourites, how often whom was called. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.centralino.directory.internal.own;
