/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.recording.ui.internal;

/**
 * A recording as a row shows it. Immutable.
 *
 * @param title when, and how long it is
 * @param detail the second line; may be empty
 * @param warning whether the second line says that something is wrong
 * @param canPlay whether it can be listened to
 * @param moment when, as the names of its controls say it
 */
record RecordingLine(String title, String detail, boolean warning, boolean canPlay, String moment) {}
