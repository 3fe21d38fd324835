/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
/** Contacts of LDAP servers: how they are reached, what is asked of them, and what their entries mean. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.centralino.directory.ldap.internal;
