/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
/** Sound in files: written so that what is on the disk can be heard whatever happens, and read. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.centralino.recording.internal.file;
