/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
/** What only GTK's and ATK's own API can do; the one place that touches SWT's internals. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.centralino.ui.internal.gtk;
