/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.callcontrol.internal;

import java.util.ArrayList;
import java.util.List;
import org.centralino.telephony.Call;
import org.centralino.ui.callcontrol.ActionState;
import org.centralino.ui.callcontrol.CallSite;
import org.eclipse.jdt.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The contributed buttons and how they stand; a handler that throws is logged and asked no more. Display thread only. */
final class Actions {

    private static final Logger LOG = LoggerFactory.getLogger(Actions.class);

    private final List<ActionEntry> entries;
    private final CallSite site;

    Actions(List<ActionEntry> entries, CallSite site) {
        this.entries = new ArrayList<>(entries);
        this.site = site;
    }

    /** Those whose handlers work, in their order. */
    List<ActionEntry> entries() {
        return List.copyOf(entries);
    }

    /** How a button stands for a call. While we hold it, nothing but what is meant for that is there. */
    ActionState state(ActionEntry entry, Call call) {
        if (call.isWaiting() && !entry.whileHeld() || !entries.contains(entry)) {
            return ActionState.ABSENT;
        }
        try {
            return entry.handler().state(call, site);
        } catch (RuntimeException | LinkageError e) {
            drop(entry, e);
            return ActionState.ABSENT;
        }
    }

    boolean canPress(ActionEntry entry, @Nullable Call call) {
        if (call == null) {
            return false;
        }
        ActionState state = state(entry, call);
        return state.enabled() && state.mode() != ActionState.Mode.LOCKED && state.mode() != ActionState.Mode.ABSENT;
    }

    /** Runs the handler, if it can be now. */
    void press(ActionEntry entry, @Nullable Call call) {
        if (call == null || !canPress(entry, call)) {
            return;
        }
        try {
            entry.handler().run(call, site);
        } catch (RuntimeException | LinkageError e) {
            drop(entry, e);
        }
        site.refresh();
    }

    private void drop(ActionEntry entry, Throwable reason) {
        LOG.error("Button {} is taken out of the call strip", entry.id(), reason);
        entries.remove(entry);
    }
}
