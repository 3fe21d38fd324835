/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.recording.internal.store;

import java.nio.file.Path;

/**
 * What is done with recordings.
 *
 * @param folder where new ones lie
 * @param mayDelete whether users delete
 * @param retentionDays after how many days they are deleted here; 0: never
 * @param uploads whether they go to a store
 * @param deletesUploaded whether they are deleted here as soon as the store has confirmed
 */
public record Keeping(Path folder, boolean mayDelete, int retentionDays, boolean uploads, boolean deletesUploaded) {}
