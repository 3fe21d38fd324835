/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
/** vCards as contacts, for whatever source has some. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.centralino.directory.files.vcard;
