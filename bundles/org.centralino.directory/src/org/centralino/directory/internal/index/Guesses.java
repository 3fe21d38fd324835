/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.internal.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.centralino.directory.Contact;
import org.centralino.directory.Match.How;
import org.centralino.directory.internal.text.EditDistance;
import org.centralino.directory.internal.text.Sounds;
import org.centralino.directory.internal.text.Typed;
import org.centralino.directory.internal.text.Vocabulary;
import org.centralino.directory.internal.text.Words;
import org.eclipse.jdt.annotation.Nullable;

/**
 * Who may be meant where something was mistyped, or written as it sounds. The index gives candidates by rough marks; these are
 * then compared letter by letter.
 */
final class Guesses {

    /** @param how what it takes for all words: errors only, or also the sound of one */
    record Guess(int doc, How how, int cost) {}

    private static final int MOST_WORDS = 200;
    private static final int MOST_CANDIDATES = 120;

    private static final int ERROR_COST = 10;

    /** Added to the cost for each word that only sounds alike, so that these stand behind. */
    private static final int SOUNDS = 100_000;

    private final Catalogue catalogue;
    private final Typed typed;
    private final Sounds sounds = new Sounds();

    Guesses(Catalogue catalogue, Typed typed) {
        this.catalogue = catalogue;
        this.typed = typed;
    }

    /** Best first; without those that were found before. */
    List<Guess> find(@Nullable Query filter, Hits before) throws IOException {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        for (List<Set<String>> reading : typed.readings()) {
            BooleanQuery.Builder every = new BooleanQuery.Builder();
            for (Set<String> ways : reading) {
                every.add(word(ways), Occur.MUST);
            }
            any.add(every.build(), Occur.SHOULD);
        }
        BooleanQuery.Builder query = new BooleanQuery.Builder().add(any.build(), Occur.MUST);
        if (filter != null) {
            query.add(filter, Occur.FILTER);
        }
        ScoreDoc[] candidates = catalogue.searcher().search(query.build(), MOST_CANDIDATES + before.size()).scoreDocs;
        List<Guess> guesses = new ArrayList<>();
        for (ScoreDoc candidate : candidates) {
            if (!before.has(candidate.doc)) {
                guesses.add(judge(candidate.doc));
            }
        }
        if (guesses.size() >= MOST_CANDIDATES) {
            before.cutShort();
        }
        guesses.sort(Comparator.comparing(Guess::how)
                .thenComparingInt(Guess::cost)
                .thenComparingInt(guess -> catalogue.leaders().rank(guess.doc()))
                .thenComparingInt(Guess::doc));
        return guesses;
    }

    private Query word(Set<String> ways) {
        List<Query> found = new ArrayList<>();
        for (String way : ways) {
            found.add(marked(Fields.beginning(Fields.WORD, way), 8));
            int errors = EditDistance.forgiven(way);
            if (errors > 0) {
                List<Vocabulary.Near> near = catalogue.near(way, errors, MOST_WORDS);
                for (int error = 0; error <= errors; error++) {
                    List<BytesRef> words = words(near, error);
                    if (!words.isEmpty()) {
                        found.add(marked(new TermInSetQuery(Fields.WORD, words), 8 - 2 * error));
                    }
                }
            }
            for (String code : sounds.codes(way)) {
                found.add(marked(new TermQuery(new Term(Fields.SOUND, code)), 3));
                if (code.length() > 2) {
                    found.add(marked(new PrefixQuery(new Term(Fields.SOUND, code)), 2));
                }
            }
            found.add(marked(Fields.beginning(Fields.ABOUT, way), 1));
        }
        return new DisjunctionMaxQuery(found, 0);
    }

    private static List<BytesRef> words(List<Vocabulary.Near> near, int errors) {
        return near.stream()
                .filter(word -> word.errors() == errors)
                .map(word -> new BytesRef(word.word()))
                .toList();
    }

    private static Query marked(Query query, int mark) {
        return new BoostQuery(new ConstantScoreQuery(query), mark);
    }

    private Guess judge(int doc) throws IOException {
        Contact contact = catalogue.kept(doc).contact();
        Set<String> forms = Words.forms(Words.of(contact.name()));
        int best = Integer.MAX_VALUE;
        for (List<Set<String>> reading : typed.readings()) {
            int cost = 0;
            for (Set<String> ways : reading) {
                cost += cost(ways, forms);
            }
            best = Math.min(best, cost);
        }
        return new Guess(doc, best >= SOUNDS ? How.SOUNDS_ALIKE : How.TYPING_ERROR, best);
    }

    private int cost(Set<String> ways, Set<String> forms) {
        int best = Integer.MAX_VALUE;
        for (String way : ways) {
            for (String form : forms) {
                int errors = EditDistance.prefix(way, form);
                int unfinished = Math.min(4, Math.max(0, form.length() - way.length()));
                int beginning = form.charAt(0) == way.charAt(0) ? 0 : 4;
                int cost = errors * ERROR_COST + unfinished + beginning;
                if (errors > EditDistance.forgiven(way)) {
                    cost += SOUNDS;
                }
                best = Math.min(best, cost);
            }
        }
        return best;
    }
}
