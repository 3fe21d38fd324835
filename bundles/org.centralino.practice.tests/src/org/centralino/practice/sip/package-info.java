/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
@NonNullByDefault
package org.centralino.practice.sip;

import org.eclipse.jdt.annotation.NonNullByDefault;
