/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
/** Theme, icons, fonts and accessible names: what every view of the workstation stands on. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.centralino.ui;
