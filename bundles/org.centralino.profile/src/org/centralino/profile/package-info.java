/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
/** The user's profile: who signs in, on which accounts, with which features, and the passwords that it leaves out. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.centralino.profile;
