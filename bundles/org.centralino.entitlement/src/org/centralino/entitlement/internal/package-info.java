/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
/** How features become Conditions. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.centralino.entitlement.internal;
