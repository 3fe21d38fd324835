/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.internal.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.centralino.directory.internal.text.Typed;

/** What was typed, as queries to the index. */
final class Queries {

    private Queries() {}

    /**
     * Every word typed begins one of the name, in any order.
     *
     * @param about words may as well be of organisation, department, title or an address, or a part of a number
     */
    static Query words(Typed typed, boolean about) {
        List<Query> readings = new ArrayList<>();
        for (List<Set<String>> reading : typed.readings()) {
            BooleanQuery.Builder every = new BooleanQuery.Builder();
            for (Set<String> word : reading) {
                every.add(word(word, about), Occur.MUST);
            }
            readings.add(every.build());
        }
        return any(readings);
    }

    private static Query word(Set<String> ways, boolean about) {
        List<Query> found = new ArrayList<>();
        for (String way : ways) {
            found.add(Fields.beginning(Fields.WORD, way));
            if (about) {
                found.add(Fields.beginning(Fields.ABOUT, way));
                if (isDigits(way)) {
                    found.add(Fields.beginning(Fields.DIALLED, way));
                    found.add(new TermQuery(new Term(Fields.ENDING, way)));
                }
            }
        }
        return any(found);
    }

    static Query any(List<Query> reasons) {
        if (reasons.size() == 1) {
            return reasons.get(0);
        }
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        reasons.forEach(reason -> any.add(reason, Occur.SHOULD));
        return any.build();
    }

    private static boolean isDigits(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) < '0' || word.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}
