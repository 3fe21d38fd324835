/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.callcontrol.internal;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;

/** What a screen reader is to say when the calls have changed. */
final class News {

    private News() {}

    static List<String> between(CallsView before, CallsView now) {
        List<String> news = new ArrayList<>();
        StripView strip = now.strip();
        StripView then = before.strip();
        if (strip != null) {
            if (then == null || !strip.state().equals(then.state())) {
                news.add(strip.name() + ", " + strip.state());
            }
            receipt(news, strip.name(), strip.receipt(), receiptOf(strip.call().id(), before));
            quality(news, strip, then);
        }
        for (WaitingView card : now.waiting()) {
            card(news, card, before);
        }
        return news;
    }

    /** Only when it gets bad: what goes well is not talked about in a call. */
    private static void quality(List<String> news, StripView strip, @Nullable StripView then) {
        QualityView now = strip.quality();
        QualityView last = then != null && then.call().id().equals(strip.call().id()) ? then.quality() : null;
        if (now != null && now.isAlarming() && (last == null || !last.isAlarming())) {
            news.add(now.name());
        }
    }

    private static void card(List<String> news, WaitingView card, CallsView before) {
        boolean known =
                before.waiting().stream().anyMatch(then -> then.id().equals(card.id()) && then.kind() == card.kind());
        switch (card.kind()) {
            case INCOMING -> {
                if (!known) {
                    boolean plain = card.why().equals(Messages.incoming);
                    news.add(
                            plain
                                    ? NLS.bind(Messages.incomingAnnouncement, card.name())
                                    : card.why() + ", " + card.name());
                }
            }
            case UP -> receipt(news, card.name(), card.receipt(), receiptOf(card.id(), before));
            case OVER -> {
                if (!known) {
                    news.add(card.name() + ", " + card.why());
                }
            }
            case DIALLED -> {
                // said when it was in the strip
            }
        }
    }

    /** What was said of it, wherever it stood. */
    private static Receipt receiptOf(String id, CallsView before) {
        StripView strip = before.strip();
        if (strip != null && strip.call().id().equals(id)) {
            return strip.receipt();
        }
        return before.waiting().stream()
                .filter(card -> card.id().equals(id))
                .map(WaitingView::receipt)
                .findFirst()
                .orElse(Receipt.NONE);
    }

    private static void receipt(List<String> news, String name, Receipt now, Receipt then) {
        if (!now.isEmpty() && !now.text().equals(then.text())) {
            news.add(name + ", " + now.text() + (now.advice().isEmpty() ? "" : ". " + now.advice()));
        }
    }
}
