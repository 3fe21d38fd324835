/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.history.internal;

import java.util.function.Supplier;
import org.centralino.history.HistoryService;
import org.centralino.telephony.CallService;
import org.centralino.ui.contact.Interaction;
import org.eclipse.jdt.annotation.Nullable;

/** The services that past calls are shown with, each of which may be absent. */
record Services(
        Supplier<@Nullable HistoryService> history,
        Supplier<@Nullable CallService> calls,
        Supplier<@Nullable Interaction> interaction) {}
