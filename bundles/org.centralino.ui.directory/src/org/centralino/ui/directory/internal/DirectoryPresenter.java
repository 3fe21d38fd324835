/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.directory.internal;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.centralino.directory.DirectoryListener;
import org.centralino.directory.DirectoryService;
import org.centralino.directory.Match;
import org.centralino.directory.SearchQuery.Scope;
import org.centralino.directory.SourceStatus;
import org.centralino.ui.contact.Interaction;
import org.centralino.ui.contact.PhoneAction;
import org.eclipse.jdt.annotation.Nullable;

/**
 * Finds people for what is typed, keeps one of them selected, and does with them what can be done. The listener methods may
 * come on any thread, everything else belongs to the display's.
 */
final class DirectoryPresenter implements DirectoryListener, Search.Listener {

    /** What the list can show and say. */
    interface View {

        void show(ListView list);

        /** Brings this row into sight and, where the keyboard is in the list, to it. */
        void reveal(int row);

        /** Lets the user choose one of several numbers. */
        void choose(NumberList numbers);

        /** Takes the choice of numbers away. */
        void endChoice();

        void say(String text);

        /** Says it once nothing else came for a moment. */
        void sayLater(String text);

        /** How many rows a page has. */
        int page();
    }

    private final Supplier<@Nullable DirectoryService> directory;
    private final Executor display;
    private final View view;
    private final Search search;
    private final PersonCommands people;
    private final FavouriteCommands favourites;
    private Runnable targetChanged = () -> {};
    private int selected = -1;
    /** Whom the selected row showed, to be found again when the contacts changed. */
    private @Nullable Match remembered;

    private boolean enterWaits;

    DirectoryPresenter(
            Supplier<@Nullable DirectoryService> directory,
            Supplier<List<PhoneAction>> actions,
            Supplier<@Nullable Interaction> interaction,
            Executor display,
            View view) {
        this.directory = directory;
        this.display = display;
        this.view = view;
        search = new Search(directory, display, this);
        people = new PersonCommands(actions, interaction, view::say);
        favourites = new FavouriteCommands(directory, display, view::say, search::refresh);
    }

    /** The text of the box is this now. */
    void edited(String text, Runnable changed) {
        targetChanged = changed;
        enterWaits = false;
        view.endChoice();
        search.ask(text, search.scope());
    }

    void setScope(Scope scope) {
        enterWaits = false;
        view.endChoice();
        search.ask(search.text(), scope);
    }

    void need(int first, int last) {
        search.need(first, last);
    }

    @Override
    public void contactsChanged() {
        display.execute(search::refresh);
    }

    @Override
    public void sourceChanged(SourceStatus status) {
        display.execute(() -> {
            if (search.found().total() == 0) {
                show(false);
            }
        });
    }

    @Override
    public void answered(boolean fresh) {
        Found found = search.found();
        if (fresh || selected < 0 && Typed.isName(search.text())) {
            selected = found.total() > 0 && Typed.isName(search.text()) ? 0 : -1;
        } else if (selected >= 0) {
            Match before = remembered;
            int now = before == null ? -1 : found.indexOf(before);
            selected = Math.min(now < 0 ? selected : now, found.total() - 1);
        }
        show(fresh);
        if (fresh && enterWaits) {
            enterWaits = false;
            if (!enter()) {
                // It meant somebody who was not found: then it means what is typed, and whoever calls says why it
                // cannot be.
                call(search.text());
            }
        } else if (fresh && !search.text().isBlank()) {
            view.sayLater(Words.found(found.total(), found.isExact(), target()));
        }
    }

    @Override
    public void moreRows() {
        show(false);
    }

    /** Whom Enter calls; null: nobody here. While the answer to the last key is awaited, still the one before. */
    @Nullable
    String target() {
        Match match = search.isAnswered() || Typed.isName(search.text()) ? selectedMatch() : null;
        return match == null ? null : match.contact().name();
    }

    /** Enter in the box or in the list. Returns whether it meant somebody here. */
    boolean enter() {
        if (!search.isAnswered() && Typed.isName(search.text())) {
            enterWaits = true; // who types faster than the directory finds means whom it will find
            return true;
        }
        Match match = search.isAnswered() ? selectedMatch() : null;
        if (match == null) {
            return false;
        }
        NumberList numbers = NumberList.of(match.contact());
        if (match.how() == Match.How.NUMBER || numbers.phones().size() < 2) {
            people.call(match);
        } else {
            view.choose(numbers);
        }
        return true;
    }

    /** Moves by so many rows. Returns whether there was where to. */
    boolean move(int rows) {
        int total = search.found().total();
        if (total == 0) {
            return false;
        }
        if (selected < 0) {
            return rows > 0 && select(Math.min(rows, total) - 1);
        }
        if (selected == 0 && rows < 0 && !Typed.isName(search.text())) {
            selected = -1; // back to what was typed
            show(false);
            return true;
        }
        return select(Math.clamp((long) selected + rows, 0, total - 1));
    }

    boolean movePage(int direction) {
        return move(direction * Math.max(1, view.page() - 1));
    }

    /** Selects a row, brings it into sight and says it. */
    boolean select(int row) {
        if (row < 0 || row >= search.found().total()) {
            return false;
        }
        selected = row;
        view.endChoice();
        show(false);
        view.reveal(row);
        RowView now = row(row);
        if (now != null) {
            view.say(now.reading());
        }
        return true;
    }

    int selected() {
        return selected;
    }

    int rows() {
        return search.found().total();
    }

    /** Who is in a row; null as long as that is not known. */
    @Nullable
    Match match(int row) {
        return search.found().get(row);
    }

    @Nullable
    Match selectedMatch() {
        return match(selected);
    }

    /** What a row shows; null as long as that is not known. */
    @Nullable
    RowView row(int row) {
        Match match = match(row);
        return match == null ? null : Words.row(match, row, search.found().total());
    }

    /** What can be done with numbers, in order. */
    List<PhoneAction> actions() {
        return people.actions();
    }

    /** Does it with the number that the row shows. */
    void run(PhoneAction action, int row) {
        Match match = match(row);
        if (match != null) {
            people.run(action, match);
        }
    }

    /** Calls the number that the row shows. */
    void call(int row) {
        Match match = match(row);
        if (match != null) {
            people.call(match);
        }
    }

    /** Calls a number that was chosen. */
    void call(String number) {
        view.endChoice();
        people.call(number);
    }

    /** Shows the contact of a row in detail. */
    void open(int row, boolean focus) {
        Match match = match(row);
        if (match != null) {
            people.open(match, focus);
        }
    }

    /** Whether contacts can be shown in detail and written. */
    boolean canOpen() {
        return people.canOpen();
    }

    /** Lets the user write a new contact, with the number that is typed. */
    void create() {
        people.create(Typed.isNumber(search.text()) ? search.text().strip() : "");
    }

    /** Pins the contact of a row, or unpins it. */
    void togglePin(int row) {
        Match match = match(row);
        if (match != null) {
            favourites.toggle(match);
        }
    }

    /** Whether rows have an order that the user gives them. */
    boolean isOrdered() {
        return search.isAnswered()
                && search.scope() == Scope.FAVOURITES
                && search.text().isBlank();
    }

    /** Puts a favourite elsewhere among them. Returns whether it was. */
    boolean moveFavourite(int from, int to) {
        Match match = match(from);
        boolean elsewhere = from != to && to >= 0 && to < rows();
        if (!isOrdered() || match == null || !favourites.isPossible() || !elsewhere) {
            return false;
        }
        search.found().move(from, to);
        selected = to;
        show(false);
        view.reveal(to);
        favourites.move(match.contact(), to, rows());
        return true;
    }

    private void show(boolean fresh) {
        Found found = search.found();
        remembered = selectedMatch();
        ListView.Empty empty = null;
        if (found.total() == 0 && search.isAnswered()) {
            DirectoryService service = directory.get();
            List<SourceStatus> sources = service == null ? List.of() : service.sources();
            empty = Empties.of(search.text(), search.scope(), service != null, sources, canOpen());
        }
        String count = search.isAnswered() ? Words.count(found.total(), found.isExact()) : "";
        view.show(new ListView(search.scope(), count, found.total(), selected, fresh, empty));
        targetChanged.run();
    }
}
