/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.internal.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.centralino.directory.Kind;
import org.centralino.directory.Match;
import org.centralino.directory.Match.How;
import org.centralino.directory.SearchQuery;
import org.centralino.directory.SearchQuery.Scope;
import org.centralino.directory.SearchResult;
import org.centralino.directory.internal.text.Numbers;
import org.centralino.directory.internal.text.Typed;
import org.eclipse.jdt.annotation.Nullable;

/**
 * One search. Who is named exactly so comes first; then favourites and those often called, for whatever reason that is no guess;
 * then the others, by reason and name; guesses last, and only where the rest does not fill the page.
 */
public final class Search {

    private static final int MOST = 500;

    private final Catalogue catalogue;
    private final Leaders leaders;
    private final SearchQuery query;
    private final Typed typed;
    private final Hits hits;
    private final @Nullable Query filter;

    private Search(Catalogue catalogue, SearchQuery query) {
        this.catalogue = catalogue;
        this.query = query;
        leaders = catalogue.leaders();
        typed = Typed.of(query.text());
        hits = new Hits(catalogue.searcher().getIndexReader().maxDoc(), offset() + limit());
        filter = switch (query.scope()) {
            case ALL, FAVOURITES -> null;
            case INTERNAL -> new TermQuery(new Term(Fields.KIND, Kind.INTERNAL.name()));
            case EXTERNAL -> new TermQuery(new Term(Fields.KIND, Kind.EXTERNAL.name()));
        };
    }

    /** Searches. */
    public static SearchResult run(Catalogue catalogue, SearchQuery query, Numbers numbers) throws IOException {
        return new Search(catalogue, query).run(numbers);
    }

    private SearchResult run(Numbers numbers) throws IOException {
        int more = 0;
        if (query.text().isBlank()) {
            more = list();
        } else if (typed.isNumber()) {
            number();
        } else if (!typed.isEmpty()) {
            words();
        }
        List<Match> matches = new ArrayList<>();
        Matches shown = new Matches(typed, numbers);
        for (int i = offset(); i < Math.min(hits.size(), offset() + limit()); i++) {
            matches.add(shown.of(catalogue.kept(hits.doc(i)).contact(), hits.how(i), leaders.isFavourite(hits.doc(i))));
        }
        return new SearchResult(query, matches, hits.size() + more, hits.exact());
    }

    private int offset() {
        return Math.max(0, Math.min(query.offset(), Integer.MAX_VALUE - MOST));
    }

    private int limit() {
        return Math.max(1, Math.min(query.limit(), MOST));
    }

    /** @return how many there are beyond those looked at */
    private int list() throws IOException {
        Query all = MatchAllDocsQuery.INSTANCE;
        lead(Map.of(How.LISTED, all));
        if (query.scope() == Scope.FAVOURITES) {
            return 0;
        }
        stage(all).byName(doc -> {
            hits.add(doc, How.LISTED);
            return !hits.full();
        });
        Query filtering = filter;
        return catalogue.searcher().count(filtering == null ? all : filtering) - hits.size();
    }

    private void words() throws IOException {
        Query exact = Queries.any(typed.squeezed().stream()
                .map(name -> (Query) new TermQuery(new Term(Fields.NAME, name)))
                .toList());
        Query prefix = Queries.any(typed.squeezed().stream()
                .map(name -> Fields.beginning(Fields.NAME, name))
                .toList());
        lead(Map.of(How.EXACT, exact));
        rest(exact, How.EXACT);
        Map<How, Query> literal = new LinkedHashMap<>();
        literal.put(How.PREFIX, prefix);
        literal.put(How.WORDS, Queries.words(typed, false));
        lead(literal);
        for (Map.Entry<How, Query> reason : literal.entrySet()) {
            rest(reason.getValue(), reason.getKey());
        }
        if (!hits.full()) {
            Query about = Queries.words(typed, true);
            lead(Map.of(How.WORDS, about));
            rest(about, How.WORDS);
            address();
        }
        if (hits.full()) {
            hits.cutShort();
        } else {
            guess();
        }
    }

    private void address() throws IOException {
        if (!typed.address().isEmpty()) {
            Query same = Queries.any(List.of(
                    new TermQuery(new Term(Fields.SAME, "sip:" + typed.address())),
                    new TermQuery(new Term(Fields.SAME, "mail:" + typed.address()))));
            rest(same, How.NUMBER);
        }
    }

    private void number() throws IOException {
        String digits = typed.digits();
        Query whole = new TermQuery(new Term(Fields.DIALLED, digits));
        lead(Map.of(How.NUMBER, whole));
        rest(whole, How.NUMBER);
        List<Query> numbers = new ArrayList<>(List.of(Fields.beginning(Fields.DIALLED, digits)));
        boolean enough = digits.length() >= Fields.ENDING_FROM;
        if (enough) {
            numbers.add(new TermQuery(new Term(Fields.ENDING, digits)));
        }
        Query ends = Queries.any(numbers);
        Query keys = Fields.beginning(Fields.KEYS, digits);
        Query names = Queries.words(typed, false);
        Map<How, Query> literal = new LinkedHashMap<>();
        literal.put(How.NUMBER, ends);
        literal.put(How.WORDS, names);
        literal.put(How.DIALPAD, keys);
        lead(literal);
        if (query.scope() != Scope.FAVOURITES) {
            alternate(ends, keys);
        }
        rest(names, How.WORDS);
        if (enough && !hits.full()) {
            Query inside = new PrefixQuery(new Term(Fields.ENDING, digits));
            lead(Map.of(How.NUMBER, inside));
            rest(inside, How.NUMBER);
        } else if (enough) {
            hits.cutShort();
        }
    }

    /**
     * Digits that begin or end a number and digits that write a name take turns: among many contacts there are so many of each
     * that the other would never be seen.
     */
    private void alternate(Query ends, Query keys) throws IOException {
        List<Integer> first = firstByName(ends);
        List<Integer> second = firstByName(keys);
        for (int i = 0; i < Math.max(first.size(), second.size()); i++) {
            if (i < first.size()) {
                hits.add(first.get(i), How.NUMBER);
            }
            if (i < second.size()) {
                hits.add(second.get(i), How.DIALPAD);
            }
        }
    }

    private List<Integer> firstByName(Query reason) throws IOException {
        List<Integer> docs = new ArrayList<>();
        int most = Hits.COUNTED + limit() + offset();
        stage(reason).byName(doc -> {
            if (!hits.has(doc)) {
                docs.add(doc);
            }
            return docs.size() < most;
        });
        if (docs.size() >= most) {
            hits.cutShort();
        }
        return docs;
    }

    private void guess() throws IOException {
        for (Guesses.Guess guess : new Guesses(catalogue, typed).find(filter, hits)) {
            if (query.scope() != Scope.FAVOURITES || leaders.isFavourite(guess.doc())) {
                hits.add(guess.doc(), guess.how());
            }
        }
    }

    private void lead(Map<How, Query> reasons) throws IOException {
        if (leaders.sorted().length == 0) {
            return;
        }
        Map<Integer, How> found = new LinkedHashMap<>();
        for (Map.Entry<How, Query> reason : reasons.entrySet()) {
            for (int doc : stage(reason.getValue()).among(leaders.sorted())) {
                found.putIfAbsent(doc, reason.getKey());
            }
        }
        found.entrySet().stream()
                .filter(entry -> query.scope() != Scope.FAVOURITES || leaders.isFavourite(entry.getKey()))
                .sorted(Comparator.comparingInt(entry -> leaders.rank(entry.getKey())))
                .forEach(entry -> hits.add(entry.getKey(), entry.getValue()));
    }

    private void rest(Query reason, How how) throws IOException {
        if (query.scope() == Scope.FAVOURITES) {
            return;
        }
        if (hits.counted()) {
            hits.cutShort();
            return;
        }
        stage(reason).byName(doc -> {
            if (hits.counted() && !hits.has(doc)) {
                hits.cutShort();
                return false;
            }
            hits.add(doc, how);
            return true;
        });
    }

    private Stage stage(Query reason) throws IOException {
        Query filtering = filter;
        Query filtered = filtering == null
                ? reason
                : new BooleanQuery.Builder()
                        .add(reason, Occur.MUST)
                        .add(filtering, Occur.FILTER)
                        .build();
        return new Stage(catalogue.searcher(), filtered);
    }
}
