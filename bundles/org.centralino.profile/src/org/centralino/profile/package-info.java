/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
/** The user's profile: who signs in, on which accounts, with which features. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.centralino.profile;
