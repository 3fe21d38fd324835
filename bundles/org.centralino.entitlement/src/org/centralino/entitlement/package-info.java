/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
/** Which features of the product the user has, and why. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.centralino.entitlement;
