/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.callcontrol.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.centralino.telephony.Call;
import org.centralino.ui.callcontrol.ActionState;
import org.centralino.ui.callcontrol.CallSite;
import org.eclipse.jdt.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The contributed buttons and how they stand; a handler of ours that throws is logged and asked no more, and for a guest's a
 * {@link GuestAction} stands, which never throws. Display thread only.
 */
final class Actions {

    private static final Logger LOG = LoggerFactory.getLogger(Actions.class);

    private final Set<ActionEntry> broken = new HashSet<>();
    private final CallSite site;
    private List<ActionEntry> entries = List.of();

    Actions(List<ActionEntry> entries, CallSite site) {
        this.site = site;
        offer(entries);
    }

    /** These are there now, and no others; what threw stays away. */
    void offer(List<ActionEntry> now) {
        entries = now.stream().filter(entry -> !broken.contains(entry)).toList();
    }

    /** The one that has this command. */
    @Nullable
    ActionEntry of(String command) {
        for (ActionEntry entry : entries) {
            if (command.equals(entry.command())) {
                return entry;
            }
        }
        return null;
    }

    /** Those whose handlers work, in their order. */
    List<ActionEntry> entries() {
        return entries;
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
        broken.add(entry);
        offer(entries);
    }
}
