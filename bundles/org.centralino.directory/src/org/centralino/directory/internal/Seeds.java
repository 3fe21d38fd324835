/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.internal;

import java.io.IOException;
import java.util.List;
import org.centralino.directory.Contact;
import org.centralino.directory.ContactId;
import org.centralino.directory.Match;
import org.centralino.directory.SearchQuery;
import org.centralino.directory.internal.index.Catalogue;
import org.centralino.directory.internal.index.Search;
import org.centralino.directory.internal.text.Numbers;
import org.eclipse.jdt.annotation.Nullable;

/**
 * The favourites that the profile names by number or by name: each becomes one of the user's own, once, as soon as there is
 * somebody whom it means. Of the thread of the directory.
 */
final class Seeds {

    private final Own own;
    private final Numbers numbers;
    private List<String> texts = List.of();

    Seeds(Own own, Numbers numbers) {
        this.own = own;
        this.numbers = numbers;
    }

    void use(List<String> favourites) {
        texts = List.copyOf(favourites);
    }

    /** Pins whom they mean among these. @return whether that is anybody */
    boolean pin(Catalogue catalogue) throws IOException {
        boolean pinned = false;
        for (String text : own.unseeded(texts)) {
            ContactId found = meant(catalogue, text);
            if (found != null) {
                own.seed(text, found);
                pinned = true;
            }
        }
        return pinned;
    }

    private @Nullable ContactId meant(Catalogue catalogue, String text) throws IOException {
        List<Contact> numbered = catalogue.byNumber(numbers.keys(text));
        if (!numbered.isEmpty()) {
            return numbered.get(0).id();
        }
        List<Match> named = Search.run(catalogue, new SearchQuery(text, SearchQuery.Scope.ALL, 0, 1), numbers)
                .matches();
        return !named.isEmpty() && named.get(0).how() == Match.How.EXACT
                ? named.get(0).contact().id()
                : null;
    }
}
