/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
/** How names and numbers are compared: folding, words, sounds, letters of the dialpad. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.centralino.directory.internal.text;
