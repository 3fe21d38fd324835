/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
/** Contacts of CardDAV servers (RFC 6352): how their address books are found and followed. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.centralino.directory.carddav.internal;
