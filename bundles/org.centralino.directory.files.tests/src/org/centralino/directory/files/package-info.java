/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
/** What the tests have in common. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.centralino.directory.files;
