/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
/** Sound of the practice exchange: RTP, its codecs, what it plays and how it measures what it hears. */
@NonNullByDefault
package org.centralino.practice.media;

import org.eclipse.jdt.annotation.NonNullByDefault;
