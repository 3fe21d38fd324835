/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
/** What a bundle implements that brings contacts from somewhere: the extension point org.centralino.directory.sources. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.centralino.directory.source;
