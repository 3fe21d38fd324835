/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
/** The media service: legs by libjitsi around a sound graph of our own. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.centralino.media.libjitsi.internal;
