/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
/** What the practice exchange serves over HTTP: profiles, directory and call reports. */
@NonNullByDefault
package org.centralino.practice.http;

import org.eclipse.jdt.annotation.NonNullByDefault;
