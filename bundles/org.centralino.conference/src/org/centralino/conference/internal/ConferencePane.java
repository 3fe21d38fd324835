/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.conference.internal;

import java.util.List;
import org.centralino.ui.Announcement;
import org.centralino.ui.desk.Desk;
import org.centralino.ui.desk.DeskCommand;
import org.centralino.ui.widgets.NoticeCard;
import org.centralino.ui.widgets.NoticeCard.Notice;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** The card under the strip, there only while there is a conference; after it, why it has ended where that is not plain. */
final class ConferencePane implements ConferencePresenter.View {

    private static final int TICK_MS = 200;
    /** While there is nothing to be seen yet. */
    private static final int IDLE_MS = 1_000;

    private static final String BOX = "org.centralino.ui.dialer.focus";

    private final Composite parent;
    private @Nullable ConferencePresenter presenter;
    private @Nullable ConferenceCard card;
    private @Nullable NoticeCard notice;
    private boolean ticking;

    ConferencePane(Composite parent) {
        this.parent = parent;
    }

    void connect(ConferencePresenter with) {
        presenter = with;
    }

    @Override
    public void show(@Nullable ConferenceView view) {
        ConferencePresenter from = presenter;
        if (parent.isDisposed() || from == null) {
            return;
        }
        ConferenceCard present = card;
        Control focus = focusHere();
        boolean changed = false;
        if (view == null) {
            changed = present != null;
            if (present != null) {
                present.dispose();
            }
            card = null;
        } else {
            if (present == null) {
                present = new ConferenceCard(parent, from);
                card = present;
                changed = true;
            }
            changed |= present.show(view);
        }
        if (view != null || from.isWorthLooking()) {
            keepLooking(from, view == null ? IDLE_MS : TICK_MS);
        }
        if (changed) {
            Desk.relayout(parent);
        }
        keepFocus(focus);
    }

    @Override
    public void showWithdrawn(boolean withdrawn) {
        ConferencePresenter from = presenter;
        if (parent.isDisposed() || from == null) {
            return;
        }
        Control focus = focusHere();
        NoticeCard before = notice;
        notice = null;
        if (before != null) {
            before.dispose();
        }
        if (withdrawn) {
            List<Notice> ended = List.of(new Notice(Messages.withdrawn, Messages.withdrawnMore));
            notice = new NoticeCard(parent, ended, Messages.closeNotice, from::dismiss);
        }
        Desk.relayout(parent);
        keepFocus(focus);
    }

    /** Whoever had the keyboard in what is gone goes on in the box. */
    private static void keepFocus(@Nullable Control before) {
        if (before != null && (before.isDisposed() || !before.isVisible())) {
            DeskCommand.run(BOX);
        }
    }

    @Override
    public void say(String news) {
        if (!parent.isDisposed()) {
            Announcement.say(parent, news);
        }
    }

    /** What of this has the keyboard, null where it is elsewhere. */
    private @Nullable Control focusHere() {
        Control focus = parent.getDisplay().getFocusControl();
        for (Control each = focus; each != null; each = each.getParent()) {
            if (each == parent) {
                return focus;
            }
        }
        return null;
    }

    private void keepLooking(ConferencePresenter from, int ms) {
        if (!ticking) {
            ticking = true;
            parent.getDisplay().timerExec(ms, () -> {
                ticking = false;
                if (!parent.isDisposed()) {
                    from.tick();
                }
            });
        }
    }
}
