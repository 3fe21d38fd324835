/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.callcontrol.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.centralino.quarantine.Held;
import org.centralino.ui.widgets.NoticeCard.Notice;
import org.eclipse.osgi.util.NLS;

/**
 * What is to be said of partners' bundles in quarantine: which one and why, until it is let out or that was read. For one thread,
 * the display's.
 */
final class SwitchedOff {

    private final Supplier<List<Held>> quarantine;
    private final Consumer<Held> releasing;
    private final Consumer<List<Held>> view;
    private final Consumer<String> voice;
    private final Set<Held> said = new HashSet<>();
    private final Set<Held> read = new HashSet<>();
    private List<Held> shown = List.of();

    /**
     * @param quarantine those in it now
     * @param releasing lets one out
     * @param view has a notice for each of these
     * @param voice what a screen reader is to say
     */
    SwitchedOff(
            Supplier<List<Held>> quarantine,
            Consumer<Held> releasing,
            Consumer<List<Held>> view,
            Consumer<String> voice) {
        this.quarantine = quarantine;
        this.releasing = releasing;
        this.view = view;
        this.voice = voice;
    }

    /** Others may be held than before. */
    void changed() {
        List<Held> now = quarantine.get();
        said.retainAll(now);
        read.retainAll(now);
        for (Held held : now) {
            if (said.add(held)) {
                Notice notice = notice(held);
                voice.accept(notice.title() + ". " + notice.detail());
            }
        }
        show(now);
    }

    /** It was read; the preferences still say it. */
    void dismiss(Held held) {
        read.add(held);
        show(quarantine.get());
    }

    void tryAgain(Held held) {
        releasing.accept(held);
        voice.accept(NLS.bind(Messages.partnerOn, held.name()));
        changed();
    }

    private void show(List<Held> now) {
        List<Held> unread = new ArrayList<>(now);
        unread.removeAll(read);
        if (!unread.equals(shown)) {
            shown = unread;
            view.accept(unread);
        }
    }

    static Notice notice(Held held) {
        return new Notice(NLS.bind(Messages.partnerOff, held.name()), why(held.reason()));
    }

    private static String why(Held.Reason reason) {
        return switch (reason) {
            case THREW -> Messages.partnerThrew;
            case STALLED -> Messages.partnerStalled;
            case LEAKED_THREADS -> Messages.partnerLeaked;
        };
    }
}
