/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
/** The conference as the operator sees it: who is in it, who speaks, and who is to come. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.centralino.conference.internal;
