/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.directory.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.centralino.directory.Contact;
import org.centralino.directory.Match;
import org.centralino.directory.Phone;
import org.centralino.directory.SearchQuery;
import org.centralino.directory.SearchResult;
import org.eclipse.jdt.annotation.Nullable;

/** What one search found, as far as it is here: page by page, those looked at last. Display thread only. */
final class Found {

    static final int PAGE = 50;
    private static final int KEPT = 40;

    private final String text;
    private final SearchQuery.Scope scope;
    private final Map<Integer, List<Match>> pages = new LinkedHashMap<>(16, 0.75f, true);
    /** Pages of before the contacts changed: shown until they are here anew. */
    private final Set<Integer> stale = new HashSet<>();

    private int total;
    private boolean exact = true;

    Found(String text, SearchQuery.Scope scope) {
        this.text = text;
        this.scope = scope;
    }

    /** All favourites, in the user's order. */
    static Found favourites(List<Contact> contacts) {
        Found found = new Found("", SearchQuery.Scope.FAVOURITES);
        found.fill(contacts.stream().map(Found::pinned).toList());
        return found;
    }

    static Found of(SearchResult first) {
        Found found = new Found(first.query().text(), first.query().scope());
        found.put(first);
        return found;
    }

    /** Takes over, as stale, what was found by the same search before. */
    void keep(Found before) {
        before.pages.forEach((page, matches) -> {
            if (!pages.containsKey(page)) {
                pages.put(page, matches);
                stale.add(page);
            }
        });
    }

    void put(SearchResult result) {
        total = result.total();
        exact = result.exact();
        int page = result.query().offset() / PAGE;
        pages.put(page, result.matches());
        stale.remove(page);
        trim();
    }

    boolean isFor(String typed, SearchQuery.Scope among) {
        return text.equals(typed) && scope == among;
    }

    int total() {
        return total;
    }

    boolean isExact() {
        return exact;
    }

    /** The match in a row; null as long as it is not here. */
    @Nullable
    Match get(int row) {
        List<Match> page = row < 0 || row >= total ? null : pages.get(row / PAGE);
        return page == null || row % PAGE >= page.size() ? null : page.get(row % PAGE);
    }

    /** The first page that rows from {@code first} to {@code last} want and that is not here; -1: none. */
    int missing(int first, int last) {
        for (int page = Math.max(0, first) / PAGE; page <= Math.min(last, total - 1) / PAGE; page++) {
            if (total > 0 && (!pages.containsKey(page) || stale.contains(page))) {
                return page;
            }
        }
        return -1;
    }

    /** Where somebody is among the rows that are here; -1: not there. */
    int indexOf(Match wanted) {
        for (Map.Entry<Integer, List<Match>> page : pages.entrySet()) {
            for (int i = 0; i < page.getValue().size(); i++) {
                if (page.getValue()
                        .get(i)
                        .contact()
                        .id()
                        .equals(wanted.contact().id())) {
                    return page.getKey() * PAGE + i;
                }
            }
        }
        return -1;
    }

    /** Puts a row elsewhere; the others move up. All of them must be here. */
    void move(int from, int to) {
        List<Match> all = new ArrayList<>();
        for (int i = 0; i < total; i++) {
            Match match = get(i);
            if (match != null) {
                all.add(match);
            }
        }
        if (from < all.size() && to < all.size()) {
            all.add(to, all.remove(from));
            fill(all);
        }
    }

    private void fill(List<Match> all) {
        total = all.size();
        for (int i = 0; i < total; i += PAGE) {
            pages.put(i / PAGE, List.copyOf(all.subList(i, Math.min(total, i + PAGE))));
        }
    }

    private static Match pinned(Contact contact) {
        Phone phone = contact.defaultPhone();
        return new Match(contact, Match.How.LISTED, List.of(), phone == null ? "" : phone.number(), true);
    }

    /** Forgets the pages that were not looked at for the longest time. */
    private void trim() {
        Iterator<Integer> oldest = pages.keySet().iterator();
        while (pages.size() > KEPT && oldest.hasNext()) {
            oldest.next();
            oldest.remove();
        }
    }
}
