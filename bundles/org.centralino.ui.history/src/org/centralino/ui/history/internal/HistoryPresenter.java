/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.history.internal;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import org.centralino.history.HistoryEntry;
import org.centralino.history.HistoryListener;
import org.centralino.history.HistoryProblem;
import org.centralino.history.HistoryService;
import org.eclipse.osgi.util.NLS;

/**
 * What the view of past calls shows, and what its keys and buttons do. {@link #historyChanged} may come on any thread,
 * everything else belongs to the display's.
 */
final class HistoryPresenter implements HistoryListener {

    /** What the view can show. */
    interface View extends Teller {

        /** The list and what stands around it. */
        void show(HistoryState state);
    }

    static final int PAGE = 100;

    private final Services services;
    private final Executor display;
    private final InstantSource clock;
    private final ZoneId zone;
    private final Words words;
    private final View view;
    private final EntryPages pages;
    private final MissedCount missed;
    private final CallCommands commands;
    private LocalDate today;

    HistoryPresenter(Services services, Executor display, InstantSource clock, ZoneId zone, View view) {
        this.services = services;
        this.display = display;
        this.clock = clock;
        this.zone = zone;
        this.view = view;
        words = new Words(zone);
        today = LocalDate.ofInstant(clock.instant(), zone);
        pages = new EntryPages(services.history(), display, PAGE, this::update);
        missed = new MissedCount(services.history(), display, this::update);
        commands = new CallCommands(services, display, view, pages::forget);
    }

    /** Shows what there is. */
    void start() {
        pages.refresh();
        missed.refresh();
    }

    @Override
    public void historyChanged() {
        pages.historyChanged();
        missed.historyChanged();
    }

    /** How a row is shown. */
    CallLine line(HistoryEntry entry) {
        return words.among(entry);
    }

    /** This is what is searched for now. */
    void search(String text) {
        pages.want(text.strip(), null, pages.wanted().missed());
    }

    /** Shows missed calls alone, or all. */
    void setMissedOnly(boolean only) {
        pages.want(pages.wanted().text(), null, only);
        update();
    }

    /** The end of what is here comes near. */
    void more() {
        pages.more();
    }

    /** Whether there is no history yet: {@link #tick} looks for it. */
    boolean isWaiting() {
        return pages.isAbsent();
    }

    /** Time went by: another day may have begun. */
    void tick() {
        if (isWaiting()) {
            start();
        }
        LocalDate now = LocalDate.ofInstant(clock.instant(), zone);
        if (!now.equals(today)) {
            today = now;
            update();
        }
    }

    /** The user has seen the rows from this one down. A search that hides others shows nothing of those. */
    void seen(HistoryEntry latest) {
        HistoryService history = services.history().get();
        if (history != null && missed.get() > 0 && pages.shown().text().isEmpty()) {
            history.markSeen(latest.id())
                    .thenAccept(done -> {})
                    .exceptionally(failure -> commands.failed(Messages.seenFailed, failure));
        }
    }

    /** What can be done with a row. */
    CallCommands commands() {
        return commands;
    }

    /** Writes what the list is about into a file. */
    void export(Path file) {
        HistoryService history = services.history().get();
        if (history != null) {
            view.tell(Messages.exporting, false);
            history.export(pages.wanted(), file)
                    .thenAccept(entries -> display.execute(
                            () -> view.tell(NLS.bind(Messages.exported, entries, file.getFileName()), false)))
                    .exceptionally(failure -> commands.failed(Messages.exportFailed, failure));
        }
    }

    private void update() {
        List<HistoryEntry> entries = pages.entries();
        view.show(new HistoryState(
                items(entries), pages.wanted().missed(), missed.get(), entries.isEmpty() ? empty() : "", problem()));
    }

    /** Why nothing is there. */
    private String empty() {
        if (pages.isFailed()) {
            return Messages.emptyFailed;
        }
        if (!pages.isWhole()) {
            return ""; // nothing is known yet
        }
        if (!pages.shown().text().isEmpty()) {
            return NLS.bind(Messages.emptySearch, pages.shown().text());
        }
        return pages.shown().missed() ? Messages.emptyMissed : Messages.empty;
    }

    private String problem() {
        HistoryService history = services.history().get();
        HistoryProblem problem = history == null ? null : history.problem();
        if (problem == null) {
            return "";
        }
        return switch (problem.kind()) {
            case SET_ASIDE -> NLS.bind(Messages.problemSetAside, problem.detail());
            case NOT_WRITTEN -> NLS.bind(Messages.problemNotWritten, problem.detail());
        };
    }

    private List<Item> items(List<HistoryEntry> entries) {
        List<Item> items = new ArrayList<>();
        LocalDate before = null;
        for (int i = 0; i < entries.size(); i++) {
            HistoryEntry entry = entries.get(i);
            LocalDate day = words.day(entry);
            boolean first = !day.equals(before);
            if (first) {
                items.add(new Item.Day(day, words.day(day, today)));
            }
            before = day;
            boolean last =
                    i + 1 == entries.size() || !words.day(entries.get(i + 1)).equals(day);
            items.add(new Item.Line(entry, first, last));
        }
        return items;
    }
}
