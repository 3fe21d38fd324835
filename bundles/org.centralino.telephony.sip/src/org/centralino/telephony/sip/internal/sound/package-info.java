/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
/** The sound of a call: its leg in the graph, tones, ringing. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.centralino.telephony.sip.internal.sound;
