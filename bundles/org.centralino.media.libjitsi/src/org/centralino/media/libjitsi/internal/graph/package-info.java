/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
/** The sound graph: nodes, edges, mixing with headroom, the clock that drives it. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.centralino.media.libjitsi.internal.graph;
