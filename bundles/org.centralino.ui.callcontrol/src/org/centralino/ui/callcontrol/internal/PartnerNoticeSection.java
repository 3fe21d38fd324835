/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.callcontrol.internal;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.centralino.quarantine.Held;
import org.centralino.quarantine.Quarantine;
import org.centralino.ui.Announcement;
import org.centralino.ui.DisplayExecutor;
import org.centralino.ui.Guests;
import org.centralino.ui.LiveService;
import org.centralino.ui.desk.Desk;
import org.centralino.ui.widgets.NoticeCard;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Composite;

/** The section of the desk that names the partners' bundles which were switched off, with a way back; nothing otherwise. */
public final class PartnerNoticeSection {

    private final Composite parent;
    private final LiveService<Quarantine> quarantine = new LiveService<>(Quarantine.class, PartnerNoticeSection.class);
    private final SwitchedOff partners;
    private final List<NoticeCard> cards = new ArrayList<>();

    @Inject
    public PartnerNoticeSection(Composite parent) {
        this.parent = parent;
        DisplayExecutor display = new DisplayExecutor(parent.getDisplay());
        partners = new SwitchedOff(this::held, this::release, this::show, this::say);
        Guests guests = new Guests(PartnerNoticeSection.class, display, this::changed);
        parent.addDisposeListener(event -> {
            guests.close();
            quarantine.close();
        });
        partners.changed();
    }

    private void changed() {
        if (!parent.isDisposed()) {
            partners.changed();
        }
    }

    private List<Held> held() {
        Quarantine service = quarantine.get();
        return service == null ? List.of() : service.held();
    }

    private void release(Held held) {
        Quarantine service = quarantine.get();
        if (service != null) {
            service.release(held.bundle());
        }
    }

    private void say(String text) {
        Announcement.say(parent, text);
    }

    private void show(List<Held> unread) {
        cards.forEach(NoticeCard::dispose);
        cards.clear();
        for (Held held : unread) {
            NoticeCard.Remedy again = new NoticeCard.Remedy(
                    Messages.tryAgain, NLS.bind(Messages.tryPartnerAgain, held.name()), () -> partners.tryAgain(held));
            cards.add(new NoticeCard(
                    parent,
                    List.of(SwitchedOff.notice(held)),
                    again,
                    NLS.bind(Messages.closePartnerNotice, held.name()),
                    () -> partners.dismiss(held)));
        }
        Desk.relayout(parent);
    }
}
