/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
/** The source of tables (CSV). */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.centralino.directory.files.internal.csv;
