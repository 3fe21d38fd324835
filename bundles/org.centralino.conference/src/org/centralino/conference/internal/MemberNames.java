/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.conference.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.centralino.directory.Contact;
import org.centralino.directory.DirectoryService;
import org.centralino.telephony.Party;
import org.eclipse.jdt.annotation.Nullable;

/**
 * The members by the names that the directory has for them. It is asked on another thread, and what SIP says is shown
 * meanwhile. Display thread only.
 */
final class MemberNames {

    private final Supplier<@Nullable DirectoryService> directory;
    private final Executor asking;
    private final Executor display;
    private Runnable changed = () -> {};
    private Map<String, String> known = new HashMap<>();

    /** @param asking where the directory is asked; nothing waits for it */
    MemberNames(Supplier<@Nullable DirectoryService> directory, Executor asking, Executor display) {
        this.directory = directory;
        this.asking = asking;
        this.display = display;
    }

    /** @param run when a name may be another one */
    void follow(Runnable run) {
        changed = run;
    }

    String of(Party party) {
        DirectoryService service = directory.get();
        Map<String, String> now = known;
        if (service != null && !now.containsKey(party.address())) {
            now.put(party.address(), party.label());
            asking.execute(() -> service.byNumber(party.number())
                    .whenComplete((found, failure) -> display.execute(() -> take(now, party, found))));
        }
        return now.getOrDefault(party.address(), party.label());
    }

    /** Asks anew from now on. */
    void forget() {
        known = new HashMap<>();
    }

    private void take(Map<String, String> asked, Party party, @Nullable Optional<Contact> found) {
        if (asked == known && found != null && found.isPresent()) {
            known.put(party.address(), found.get().name());
            changed.run();
        }
    }
}
