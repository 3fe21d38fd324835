/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.interaction.internal;

import java.net.URL;
import org.centralino.ui.contact.PhoneAction;
import org.eclipse.jdt.annotation.Nullable;

/** How an action with a number looks, asked once. */
record ActionFace(
        int order, String name, String caption, @Nullable URL icon, PhoneAction action) {}
