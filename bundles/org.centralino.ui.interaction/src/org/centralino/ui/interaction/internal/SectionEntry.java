/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.interaction.internal;

import org.centralino.ui.interaction.ContactSection;

/** An entry of the extension point {@code org.centralino.ui.interaction.sections}. */
record SectionEntry(String id, int order, String label, ContactSection section) {}
