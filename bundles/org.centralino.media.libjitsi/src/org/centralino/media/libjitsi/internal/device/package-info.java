/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
/** The graph's edge to sound hardware: PulseAudio, else Java Sound, else none. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.centralino.media.libjitsi.internal.device;
